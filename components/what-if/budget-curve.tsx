import { formatDays, formatDecimal } from "#lib/presentation/numbers.ts";
import type { Point } from "./what-if.ts";

type Props = {
  points: readonly Point[];
  riskAtStart: number;
  /** Person-days of everything together: the end of the axis. */
  total: number;
  budget: number | null;
  onChoose: (budget: number) => void;
};

const WIDTH = 720;
const HEIGHT = 300;
const FRAME = { left: 56, right: 16, top: 16, bottom: 44 };

/** Risk left against person-days: each point a plan of its own; a click chooses its budget, and so does the table. */
export function BudgetCurve({ points, riskAtStart, total, budget, onChoose }: Props) {
  const x = (days: number) => FRAME.left + (days / Math.max(total, 1)) * (WIDTH - FRAME.left - FRAME.right);
  const y = (risk: number) =>
    HEIGHT - FRAME.bottom - (risk / Math.max(riskAtStart, 1)) * (HEIGHT - FRAME.top - FRAME.bottom);
  const all = [{ days: 0, left: riskAtStart }, ...points];
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return (
    <figure className="max-w-3xl">
      <svg
        role="img"
        aria-label={`Risk left against person-days: ${points.map(({ days, left }) => `${formatDecimal(left)} left at ${formatDays(days)}`).join(", ")}.`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="block h-auto w-full text-xs"
      >
        {ticks.map((share) => (
          <g key={share}>
            <line
              x1={FRAME.left}
              x2={WIDTH - FRAME.right}
              y1={y(share * riskAtStart)}
              y2={y(share * riskAtStart)}
              className="stroke-hairline"
            />
            <text x={FRAME.left - 8} y={y(share * riskAtStart) + 4} textAnchor="end" className="fill-muted">
              {Math.round(share * riskAtStart)}
            </text>
            <text x={x(share * total)} y={HEIGHT - FRAME.bottom + 18} textAnchor="middle" className="fill-muted">
              {Math.round(share * total)}
            </text>
          </g>
        ))}
        <text x={FRAME.left - 44} y={FRAME.top - 4} className="fill-muted">
          Risk left
        </text>
        <text x={WIDTH - FRAME.right} y={HEIGHT - 6} textAnchor="end" className="fill-muted">
          Person-days
        </text>
        <path
          d={all
            .map(({ days, left }, at) => `${at === 0 ? "M" : "L"} ${x(days).toFixed(1)} ${y(left).toFixed(1)}`)
            .join(" ")}
          className="fill-none stroke-accent"
          strokeWidth={1.75}
        />
        {points.map((point) => (
          // The table beneath does the same by keyboard.
          <g key={point.budget} aria-hidden onClick={() => onChoose(point.budget)} className="cursor-pointer">
            <circle cx={x(point.days)} cy={y(point.left)} r={14} className="fill-transparent" />
            <circle
              cx={x(point.days)}
              cy={y(point.left)}
              r={point.budget === budget ? 7 : 4.5}
              strokeWidth={2}
              className={point.budget === budget ? "fill-ink stroke-ink" : "fill-surface stroke-accent"}
            />
          </g>
        ))}
      </svg>
    </figure>
  );
}
