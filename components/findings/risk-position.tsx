import { RISK_FILL, RISK_TINT_FILL } from "#components/ui/risk-fill.ts";
import { riskShapePath } from "#lib/presentation/risk-shapes.ts";
import type { Risk } from "#lib/scoring/finding.ts";
import { levelAt } from "./level-at.ts";

const STEPS = [1, 2, 3, 4, 5] as const;
const CELL = 34;
const EDGE = 36;
const x = (likelihood: number) => EDGE + (likelihood - 1) * CELL;
const y = (impact: number) => (5 - impact) * CELL;

/** Where a finding lies among likelihood and impact: its mark on a five by five grid in the tints of the levels. */
export function RiskPosition({ risk }: { risk: Pick<Risk, "likelihood" | "impact"> }) {
  const side = CELL * 5;
  const level = levelAt(risk.likelihood, risk.impact);
  return (
    <svg
      viewBox={`0 -2 ${side + EDGE + 2} ${side + EDGE + 2}`}
      className="block w-full max-w-56"
      role="img"
      aria-label={`Likelihood ${risk.likelihood} of 5, impact ${risk.impact} of 5`}
    >
      {STEPS.flatMap((likelihood) =>
        STEPS.map((impact) => (
          <rect
            key={`${likelihood} ${impact}`}
            x={x(likelihood)}
            y={y(impact)}
            width={CELL - 2}
            height={CELL - 2}
            rx={3}
            className={RISK_TINT_FILL[levelAt(likelihood, impact)]}
          />
        )),
      )}
      <g transform={`translate(${x(risk.likelihood)} ${y(risk.impact)})`}>
        <rect x={-1} y={-1} width={CELL} height={CELL} rx={4} strokeWidth={2} className="fill-none stroke-ink" />
        <path
          d={riskShapePath(level, 7)}
          transform={`translate(${CELL / 2 - 1} ${CELL / 2 - 1})`}
          className={RISK_FILL[level]}
        />
      </g>
      <PositionAxes />
    </svg>
  );
}

/** The steps of both axes, and what they are. */
function PositionAxes() {
  const side = CELL * 5;
  return (
    <>
      {STEPS.map((step) => (
        <g key={step} fontSize={11} className="fill-muted">
          <text x={x(step) + CELL / 2 - 1} y={side + 14} textAnchor="middle">
            {step}
          </text>
          <text x={EDGE - 8} y={y(step) + CELL / 2 + 3} textAnchor="end">
            {step}
          </text>
        </g>
      ))}
      <text x={EDGE + side / 2} y={side + 31} textAnchor="middle" fontSize={12} className="fill-ink">
        Likelihood
      </text>
      <text
        x={10}
        y={side / 2}
        textAnchor="middle"
        fontSize={12}
        transform={`rotate(-90 10 ${side / 2})`}
        className="fill-ink"
      >
        Impact
      </text>
    </>
  );
}
