import { EyeOff } from "lucide-react";
import { formatList } from "#lib/presentation/numbers.ts";

type Props = { blind: { people: readonly string[]; mine: boolean } | null };

/** At a question that is answered alone: what that means for who looks at it. */
export function BlindNotice({ blind }: Props) {
  if (!blind) return null;
  return (
    <section
      aria-label="Answered alone"
      className="flex gap-3 rounded-panel border border-rule border-dashed px-4 py-3.5"
    >
      <EyeOff aria-hidden size={18} className="mt-px shrink-0 text-muted" />
      <div className="min-w-0">
        <p className="font-strong">
          {blind.mine ? "You answer this alone" : `${formatList(blind.people)} answer this, each alone`}
        </p>
        <p className="mt-0.5 text-muted">
          {blind.mine
            ? `So ${blind.people.length === 2 ? "does the other" : "do the others"}. Nobody sees what you say before the round ends; it cannot be discussed until then.`
            : "What they say is shown once the round ends. It can be neither answered nor discussed by others until then."}
        </p>
      </div>
    </section>
  );
}
