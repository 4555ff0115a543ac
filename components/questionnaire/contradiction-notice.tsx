import { Split } from "lucide-react";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Contradiction } from "#lib/evidence/evidence.ts";

type Props = {
  contradiction: Contradiction;
  /** What was decided about it; null: it is open. */
  settled: readonly string[] | null;
  /** The ledger. */
  href: string;
};

/** The answer says one thing, the scan shows another. The scan counts; both stay, until somebody decides. */
export function ContradictionNotice({ contradiction, settled, href }: Props) {
  return (
    <section
      aria-label="Contradiction"
      className={`flex gap-3 rounded-panel border px-4 py-3.5 ${settled ? "border-hairline" : "border-ink/70"}`}
    >
      <Split aria-hidden size={18} className="mt-px shrink-0" />
      <div className="min-w-0">
        <p className="font-strong">
          {settled ? "The answer and the scan disagree, and it is settled" : "The answer and the scan disagree"}
        </p>
        <p className="mt-0.5">{contradiction.sentence}</p>
        {settled?.map((decision) => (
          <p key={decision} className="wrap-anywhere mt-1 text-muted">
            {decision}
          </p>
        ))}
        <p className="mt-1 text-muted">
          {settled ? null : "What was seen counts. Change the answer, or "}
          <TextLink href={href}>{settled ? "See it in the ledger" : "settle it in the ledger"}</TextLink>
          {settled ? null : "."}
        </p>
      </div>
    </section>
  );
}
