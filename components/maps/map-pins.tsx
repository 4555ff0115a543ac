import { RISK_FILL } from "#components/ui/risk-fill.ts";
import type { Point } from "#lib/maps/geometry.ts";
import { riskShapePath } from "#lib/presentation/risk-shapes.ts";
import type { RiskLevel } from "#lib/scoring/finding.ts";

type Props = { pins: readonly { level: RiskLevel; count: number; at: Point }[] };

/** Hazards: the shape of their level and how many there are. A halo keeps them apart from hatch and water. */
export function MapPins({ pins }: Props) {
  return pins.map(({ level, count, at }) => (
    <g key={level} transform={`translate(${at.x} ${at.y})`}>
      <path
        d={riskShapePath(level, 5)}
        className={`${RISK_FILL[level]} stroke-surface`}
        strokeWidth={2.5}
        paintOrder="stroke"
      />
      <text
        x={8}
        y={4}
        fontSize={12}
        className="fill-ink stroke-surface font-strong"
        strokeWidth={2.5}
        paintOrder="stroke"
      >
        {count}
      </text>
    </g>
  ));
}
