import type { Risk } from "#lib/scoring/finding.ts";

const STEPS = [1, 2, 3, 4, 5];
const CELL = 28;

/** Where a finding lies among likelihood and impact, as a place on a five by five grid. */
export function RiskPosition({ risk }: { risk: Risk }) {
  const side = CELL * 5;
  return (
    <svg viewBox={`0 0 ${side + 34} ${side + 34}`} className="w-full max-w-56" role="img" aria-label={`Likelihood ${risk.likelihood} of 5, impact ${risk.impact} of 5`}>
      {STEPS.flatMap((likelihood) =>
        STEPS.map((impact) => {
          const here = likelihood === risk.likelihood && impact === risk.impact;
          return (
            <rect
              key={`${likelihood}${impact}`}
              x={30 + (likelihood - 1) * CELL}
              y={(5 - impact) * CELL}
              width={CELL - 2}
              height={CELL - 2}
              rx={3}
              fill={here ? "var(--ink)" : "var(--sunken)"}
              stroke="var(--hairline)"
            />
          );
        }),
      )}
      <text x={30 + side / 2} y={side + 18} textAnchor="middle" fontSize={11} fill="var(--muted)">
        Likelihood
      </text>
      <text x={14} y={side / 2} textAnchor="middle" fontSize={11} fill="var(--muted)" transform={`rotate(-90 14 ${side / 2})`}>
        Impact
      </text>
    </svg>
  );
}
