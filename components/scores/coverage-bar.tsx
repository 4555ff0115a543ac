import { formatCoverage } from "#lib/presentation/numbers.ts";
import type { Score } from "#lib/scoring/score.ts";

/** How much of a score's weight has been looked at; the rest is uncharted, hence hatched. */
export function CoverageBar({ score, label }: { score: Score; label?: string }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 flex justify-between gap-3 text-xs">
        {label && <span>{label}</span>}
        <span className="text-muted">{formatCoverage(score)}</span>
      </p>
      <div aria-hidden className="hatched h-1.5 overflow-hidden rounded-round">
        <div className="h-full bg-muted" style={{ width: `${score.coverage * 100}%` }} />
      </div>
    </div>
  );
}
