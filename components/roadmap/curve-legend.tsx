import { formatDecimal } from "#lib/presentation/numbers.ts";
import type { CurveLines } from "./curve-lines.ts";

/** Which line is which, with where it stands: told by dash and by word. */
export function CurveLegend({ lines }: { lines: CurveLines }) {
  const entries = [
    { name: "Verified", line: lines.actual, dash: undefined, stroke: "stroke-ink", says: "left today" },
    { name: "Plan", line: lines.plan, dash: "7 4", stroke: "stroke-accent", says: "left after the year" },
    {
      name: "Risk per effort first",
      line: lines.greedy,
      dash: "2 4",
      stroke: "stroke-muted",
      says: "left after the year",
    },
  ].filter(({ line }) => line.length > 0);
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-xs">
      {entries.map(({ name, line, dash, stroke, says }) => (
        <li key={name} className="flex items-center gap-2">
          <svg aria-hidden="true" width={24} height={4} className="shrink-0">
            <line x1={0} x2={24} y1={2} y2={2} strokeWidth={2} strokeDasharray={dash} className={stroke} />
          </svg>
          {name}
          <span className="text-muted">
            {formatDecimal(line.at(-1) ?? 0)} {says}
          </span>
        </li>
      ))}
    </ul>
  );
}
