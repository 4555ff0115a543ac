import { addDays, formatDate } from "#lib/presentation/dates.ts";
import { formatCount } from "#lib/presentation/numbers.ts";
import type { CurveFrame } from "./curve-frame.ts";

const QUARTERS = [0, 1, 2, 3];

/** Risk points upward, quarters with their first day along. */
export function CurveAxes({ frame, startsOn }: { frame: CurveFrame; startsOn: string }) {
  const { left, right, top, bottom, most, x, y } = frame;
  return (
    <g fontSize={12}>
      {[0, most / 2, most].map((risk) => (
        <g key={risk}>
          <line
            x1={left}
            x2={right}
            y1={y(risk)}
            y2={y(risk)}
            className={risk === 0 ? "stroke-rule" : "stroke-hairline"}
          />
          <text x={left - 8} y={y(risk) + 4} textAnchor="end" className="fill-muted">
            {formatCount(risk)}
          </text>
        </g>
      ))}
      {QUARTERS.map((quarter) => (
        <g key={quarter}>
          {quarter > 0 && (
            <line x1={x(quarter * 13)} x2={x(quarter * 13)} y1={top} y2={bottom} className="stroke-hairline" />
          )}
          <text x={x(quarter * 13 + 6.5)} y={bottom + 17} textAnchor="middle" className="fill-ink">
            Q{quarter + 1}
            <tspan x={x(quarter * 13 + 6.5)} dy={15} className="fill-muted">
              {formatDate(addDays(startsOn, quarter * 91)).replace(/ \d{4}$/, "")}
            </tspan>
          </text>
        </g>
      ))}
    </g>
  );
}
