import type { CurveFrame } from "./curve-frame.ts";
import { stepPath } from "./curve-lines.ts";

/** What is verified so far; it ends in a dot at today. */
export function CurveToday({ frame, actual }: { frame: CurveFrame; actual: readonly number[] }) {
  const { top, bottom, x, y } = frame;
  const week = actual.length - 1;
  const risk = actual[week];
  if (risk === undefined) return null;
  const late = week > 40;
  return (
    <>
      <path d={stepPath(actual, x, y)} className="fill-none stroke-ink" strokeWidth={2.25} />
      <line x1={x(week)} x2={x(week)} y1={top} y2={bottom} className="stroke-ink" strokeWidth={0.75} />
      <circle cx={x(week)} cy={y(risk)} r={4.5} className="fill-ink stroke-surface" strokeWidth={2} />
      <text
        x={x(week) + (late ? -8 : 8)}
        y={top + 12}
        fontSize={12}
        textAnchor={late ? "end" : "start"}
        className="fill-ink"
      >
        Today
      </text>
    </>
  );
}
