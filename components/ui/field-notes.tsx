import { CircleAlert } from "lucide-react";

type Props = { id: string; hint?: string; error?: string };

/** Ids of the hint and the error that stand beneath a control; undefined where there are none. */
export function describedBy({ id, hint, error }: Props): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
}

/** The hint and the error beneath a control; it points to them by `describedBy`. */
export function FieldNotes({ id, hint, error }: Props) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-xs">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 font-strong text-xs">
          <CircleAlert aria-hidden size={14} className="mt-px shrink-0" />
          {error}
        </p>
      )}
    </>
  );
}
