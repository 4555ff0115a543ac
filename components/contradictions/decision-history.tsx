import type { Decision } from "#lib/evidence/ledger/decision.ts";
import { sayDecision } from "#lib/presentation/sentences-of-contradictions.ts";

type Props = { decisions: readonly Decision[] /** Whether the newest one holds. */; holds: boolean };

/** What was decided, newest first; what no longer holds stands back. */
export function DecisionHistory({ decisions, holds }: Props) {
  if (decisions.length === 0) return null;
  return (
    <ol aria-label="Decisions" className="grid gap-1.5">
      {decisions.map((decision, index) => (
        <li
          key={decision.number}
          className={`wrap-anywhere whitespace-pre-line ${holds && index === 0 ? "" : "text-muted"}`}
        >
          {sayDecision(decision)}
        </li>
      ))}
    </ol>
  );
}
