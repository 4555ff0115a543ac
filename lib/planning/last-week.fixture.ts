import { WEEKS_OF_PLAN as WEEKS } from "#lib/presentation/dates.ts";
import type { QuarterCapacity, QuarterWork } from "./lay-out-quarter.ts";

/**
 * The earliest week by which everything of a quarter can be done, proven by trying every due week of what others wait for;
 * null when 13 weeks do not hold it. Knows nothing of how a layout is made: work that may be cut over weeks fits between its
 * ready and its due weeks exactly when, of each skill, no span of weeks holds more work that lies wholly within it than the
 * span has days (Horn 1974, preemptive work with release and due dates; here for days that differ by week).
 */
export function earliestLastWeek(work: readonly QuarterWork[], capacity: QuarterCapacity): number | null {
  for (let last = work.length > 0 ? 1 : 0; last <= WEEKS; last++) if (canEndBy(work, capacity, last)) return last;
  return null;
}

function canEndBy(work: readonly QuarterWork[], capacity: QuarterCapacity, last: number): boolean {
  const here = new Set(work.map(({ id }) => id));
  const waitedFor = work.filter(({ id }) => work.some(({ after }) => after.includes(id)));
  const due = new Map<string, number>();
  const tryFrom = (index: number): boolean => {
    const each = waitedFor[index];
    if (!each) return fits(work, capacity, due, last, here);
    for (let week = 1; week < last; week++) {
      due.set(each.id, week);
      if (tryFrom(index + 1)) return true;
    }
    due.delete(each.id);
    return false;
  };
  return tryFrom(0);
}

function fits(
  work: readonly QuarterWork[],
  capacity: QuarterCapacity,
  due: ReadonlyMap<string, number>,
  last: number,
  here: ReadonlySet<string>,
): boolean {
  const windows = work.map((each) => ({
    effort: each.effort,
    from: 1 + Math.max(0, ...each.after.filter((id) => here.has(id)).map((id) => due.get(id) ?? 0)),
    to: due.get(each.id) ?? last,
  }));
  if (windows.some(({ from, to }) => from > to)) return false;
  const skills = [...new Set(work.flatMap(({ effort }) => Object.keys(effort)))];
  return skills.every((skill) =>
    windows.every(({ from }) =>
      windows.every(({ to }) => {
        const needed = windows
          .filter((window) => window.from >= from && window.to <= to)
          .reduce((sum, window) => sum + (window.effort[skill] ?? 0), 0);
        return needed <= daysBetween(capacity[skill], from, to) + 1e-6;
      }),
    ),
  );
}

function daysBetween(days: number | readonly number[] = 0, from: number, to: number): number {
  if (typeof days === "number") return (days / WEEKS) * Math.max(0, to - from + 1);
  return days.slice(from - 1, Math.max(from - 1, to)).reduce((sum, each) => sum + each, 0);
}
