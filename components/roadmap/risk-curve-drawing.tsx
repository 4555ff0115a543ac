import { CurveAxes } from "./curve-axes.tsx";
import { frameOf } from "./curve-frame.ts";
import { type CurveLines, stepPath } from "./curve-lines.ts";
import { CurveToday } from "./curve-today.tsx";

type Props = { lines: CurveLines; startsOn: string; label: string; width: number; height: number };

/** The curves in a box of their own units. */
export function RiskCurveDrawing({ lines, startsOn, label, width, height }: Props) {
  const frame = frameOf(lines, width, height);
  const { x, y, bottom } = frame;
  const plan = stepPath(lines.plan, x, y);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      className="block h-auto w-full font-sans print:max-h-[58mm]"
    >
      <CurveAxes frame={frame} startsOn={startsOn} />
      <path d={`${plan} V ${bottom} H ${x(0)} Z`} className="fill-accent/8" />
      <path
        d={stepPath(lines.greedy, x, y)}
        className="fill-none stroke-muted"
        strokeWidth={1.25}
        strokeDasharray="2 4"
      />
      <path d={plan} className="fill-none stroke-accent" strokeWidth={1.75} strokeDasharray="7 4" />
      <CurveToday frame={frame} actual={lines.actual} />
    </svg>
  );
}
