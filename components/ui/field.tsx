import { type ReactNode, useId } from "react";
import { describedBy, FieldNotes } from "./field-notes.tsx";

export type FieldText = { label: string; hint?: string; error?: string; optional?: boolean };
export type FieldIds = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

/** Label, hint and error around one control, tied to it by id. The control is drawn by `children`. */
export function Field({
  label,
  hint,
  error,
  optional,
  children,
}: FieldText & { children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-strong">
        {label}
        {optional && <span className="font-normal text-muted"> (optional)</span>}
      </label>
      {children({ id, "aria-describedby": describedBy({ id, hint, error }), "aria-invalid": error ? true : undefined })}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}
