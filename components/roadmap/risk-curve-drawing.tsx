import { addDays, formatDate } from "#lib/presentation/dates.ts";
import { formatCount } from "#lib/presentation/numbers.ts";
import { type CurveLines, stepPath, topOf, WEEKS } from "./curve-lines.ts";

type Props = { lines: CurveLines; startsOn: string; label: string; width: number; height: number };

const EDGE = { top: 10, right: 10, bottom: 40, left: 40 };
const QUARTERS = [0, 1, 2, 3, 4];

/** The curves in a box of their own units; what is verified so far ends in a dot at today. */
export function RiskCurveDrawing({ lines, startsOn, label, width, height }: Props) {
  const [bottom, right] = [height - EDGE.bottom, width - EDGE.right];
  const top = topOf(lines);
  const x = (week: number) => EDGE.left + (week / WEEKS) * (right - EDGE.left);
  const y = (risk: number) => bottom - (risk / top) * (bottom - EDGE.top);
  const today = lines.actual.length - 1;
  const now = lines.actual[today] ?? 0;
  const area = `${stepPath(lines.plan, x, y)} V ${bottom} H ${x(0)} Z`;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      className="block h-auto w-full font-sans print:max-h-[58mm]"
    >
      {[0, top / 2, top].map((risk) => (
        <g key={risk}>
          <line
            x1={EDGE.left}
            x2={right}
            y1={y(risk)}
            y2={y(risk)}
            className={risk === 0 ? "stroke-rule" : "stroke-hairline"}
          />
          <text x={EDGE.left - 8} y={y(risk) + 4} fontSize={12} textAnchor="end" className="fill-muted">
            {formatCount(risk)}
          </text>
        </g>
      ))}
      {QUARTERS.map((quarter) => (
        <g key={quarter}>
          {quarter > 0 && quarter < 4 && (
            <line x1={x(quarter * 13)} x2={x(quarter * 13)} y1={EDGE.top} y2={bottom} className="stroke-hairline" />
          )}
          {quarter < 4 && (
            <text x={x(quarter * 13 + 6.5)} y={bottom + 17} fontSize={12} textAnchor="middle" className="fill-ink">
              Q{quarter + 1}
              <tspan x={x(quarter * 13 + 6.5)} dy={15} className="fill-muted">
                {formatDate(addDays(startsOn, quarter * 91)).replace(/ \d{4}$/, "")}
              </tspan>
            </text>
          )}
        </g>
      ))}
      <path d={area} className="fill-accent/8" />
      <path
        d={stepPath(lines.greedy, x, y)}
        className="fill-none stroke-muted"
        strokeWidth={1.25}
        strokeDasharray="2 4"
      />
      <path
        d={stepPath(lines.plan, x, y)}
        className="fill-none stroke-accent"
        strokeWidth={1.75}
        strokeDasharray="7 4"
      />
      {today >= 0 && (
        <>
          <path d={stepPath(lines.actual, x, y)} className="fill-none stroke-ink" strokeWidth={2.25} />
          <line x1={x(today)} x2={x(today)} y1={EDGE.top} y2={bottom} className="stroke-ink" strokeWidth={0.75} />
          <circle cx={x(today)} cy={y(now)} r={4.5} className="fill-ink stroke-surface" strokeWidth={2} />
          <text
            x={x(today) + (today > 40 ? -8 : 8)}
            y={EDGE.top + 12}
            fontSize={12}
            textAnchor={today > 40 ? "end" : "start"}
            className="fill-ink"
          >
            Today
          </text>
        </>
      )}
    </svg>
  );
}
