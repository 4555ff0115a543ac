import { RiskShape } from "#components/ui/risk-shape.tsx";
import { LEVEL_NAMES } from "#lib/presentation/palette.ts";
import type { RiskLevel } from "#lib/scoring/finding.ts";

/** How many hazards of each level, worst first: shape, count and, read aloud, the word. */
export function HazardCounts({ hazards }: { hazards: readonly { level: RiskLevel; count: number }[] }) {
  if (hazards.length === 0) return <span className="text-muted">None</span>;
  return (
    <span className="flex flex-wrap gap-x-3">
      {hazards.map(({ level, count }) => (
        <span key={level} title={LEVEL_NAMES[level]} className="inline-flex items-center gap-1">
          <RiskShape level={level} size={13} />
          {count}
          <span className="sr-only"> {LEVEL_NAMES[level].toLowerCase()}</span>
        </span>
      ))}
    </span>
  );
}
