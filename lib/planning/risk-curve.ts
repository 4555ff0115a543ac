import { WEEKS_OF_PLAN, weekOfRoadmap } from "#lib/presentation/dates.ts";
import { withoutDust } from "./objective.ts";
import type { ScheduledWork } from "./schedule-year.ts";

/** Risk that is left at the end of each week, from 0 (the start) to 13 for each quarter; it falls where work ends. */
export function riskCurve(
  scheduled: readonly ScheduledWork[],
  riskOf: ReadonlyMap<string, number>,
  riskAtStart: number,
  quarters: number,
): number[] {
  const falls = new Array<number>(quarters * WEEKS_OF_PLAN + 1).fill(0);
  for (const { id, quarter, endWeek } of scheduled) {
    const week = weekOfRoadmap(quarter, endWeek);
    falls[week] = (falls[week] ?? 0) + (riskOf.get(id) ?? 0);
  }
  let removed = 0;
  return falls.map((fall) => {
    removed += fall;
    return Math.max(0, withoutDust(riskAtStart - removed));
  });
}
