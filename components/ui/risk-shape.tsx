import { riskShapePath } from "#lib/presentation/risk-shapes.ts";
import type { RiskLevel } from "#lib/scoring/finding.ts";
import { RISK_FILL } from "./risk-fill.ts";

/** The mark of a risk level without its word; only beside text that says the level. */
export function RiskShape({ level, size = 14 }: { level: RiskLevel; size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="-8 -8 16 16" className="shrink-0">
      <path d={riskShapePath(level, 5.4)} className={RISK_FILL[level]} />
    </svg>
  );
}
