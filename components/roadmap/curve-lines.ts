/** Remaining risk at the end of each week, 0 (the start) to 52; the actual one ends today. */
export type CurveLines = { plan: readonly number[]; greedy: readonly number[]; actual: readonly number[] };

export const WEEKS = 52;

/** A curve as an SVG path of steps: the risk stands until the week's end, then falls. */
export function stepPath(curve: readonly number[], x: (week: number) => number, y: (risk: number) => number): string {
  return curve
    .map((risk, week) =>
      week === 0 ? `M ${round(x(0))} ${round(y(risk))}` : `H ${round(x(week))} V ${round(y(risk))}`,
    )
    .join(" ");
}

/** A round value at or above the greatest of the curves: the top of the axis. */
export function topOf(lines: CurveLines): number {
  const greatest = Math.max(1, ...lines.plan, ...lines.greedy, ...lines.actual);
  const step = 10 ** Math.floor(Math.log10(greatest));
  const unit = [step / 5, step / 2, step].find((each) => greatest / each <= 10) ?? step;
  return Math.ceil(greatest / unit) * unit;
}

const round = (value: number) => Number(value.toFixed(1));
