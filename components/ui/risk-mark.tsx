import { LEVEL_NAMES } from "#lib/presentation/palette.ts";
import type { RiskLevel } from "#lib/scoring/finding.ts";
import { RiskShape } from "./risk-shape.tsx";

/** A risk level: shape and word, with its points where they are known. */
export function RiskMark({ level, points }: { level: RiskLevel; points?: number }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <RiskShape level={level} />
      {LEVEL_NAMES[level]}
      {points !== undefined && <span className="text-muted">{points}</span>}
    </span>
  );
}
