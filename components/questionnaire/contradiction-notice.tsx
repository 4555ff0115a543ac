import { Split } from "lucide-react";
import type { Contradiction } from "#lib/evidence/evidence.ts";

/** The answer says one thing, the scan shows another. The scan counts; both stay. */
export function ContradictionNotice({ contradiction }: { contradiction: Contradiction }) {
  return (
    <section aria-label="Contradiction" className="flex gap-3 rounded-panel border border-ink/70 px-4 py-3.5">
      <Split aria-hidden size={18} className="mt-px shrink-0" />
      <div className="min-w-0">
        <p className="font-strong">The answer and the scan disagree</p>
        <p className="mt-0.5">{contradiction.sentence}</p>
        <p className="mt-1 text-muted">
          What was seen counts. Change the answer, or find out why the scan sees otherwise.
        </p>
      </div>
    </section>
  );
}
