import type { Skill } from "#lib/catalog/control.ts";
import type { Initiative } from "./initiative.ts";
import type { ScheduledInitiative } from "./roadmap.ts";

export const WEEKS = 13;

export type LaidOut = Omit<ScheduledInitiative, "quarter" | "owner"> & {
  /** Person-days of each skill in each week, 0 to 12. */
  load: Partial<Record<Skill, number[]>>;
};

/** Nobody's work is spread thinner than this share of a week's capacity while there is more to do. */
const TOLERANCE = 1e-6;

/**
 * Lays the initiatives of one quarter out over its 13 weeks: in the given order, prerequisites first, each as early as its
 * skills have room, no skill above a thirteenth of its quarter in any week. What the planner put into the quarter fits.
 */
export function layOutQuarter(items: readonly Initiative[], capacity: Partial<Record<Skill, number>>): LaidOut[] {
  const room = new Map(
    Object.entries(capacity).map(([skill, days]) => [skill, new Array<number>(WEEKS).fill(days / WEEKS)]),
  );
  const done = new Map<string, LaidOut>();
  for (let waiting = inOrder(items); waiting.length > 0; ) {
    const [next] = waiting;
    if (!next) break;
    waiting = waiting.slice(1);
    const ready = Math.max(0, ...next.after.map((id) => done.get(id)?.endWeek ?? 0));
    done.set(next.id, layOut(next, ready, room));
  }
  return items.flatMap((item) => done.get(item.id) ?? []);
}

/** Fills weeks from `ready` (0-based) on with what each skill has left; the end is the last week that any skill works in. */
function layOut(item: Initiative, ready: number, room: Map<string, number[]>): LaidOut {
  const load: Partial<Record<Skill, number[]>> = {};
  let first = WEEKS;
  let last = -1;
  for (const [skill, days] of Object.entries(item.effort.bySkill)) {
    const weeks = room.get(skill) ?? [];
    const own = new Array<number>(WEEKS).fill(0);
    let left = days;
    for (let week = Math.min(ready, WEEKS - 1); week < WEEKS && left > TOLERANCE; week++) {
      const taken = Math.min(left, weeks[week] ?? 0);
      if (taken <= TOLERANCE) continue;
      own[week] = taken;
      weeks[week] = (weeks[week] ?? 0) - taken;
      left -= taken;
      first = Math.min(first, week);
      last = Math.max(last, week);
    }
    load[skill as Skill] = own;
  }
  const start = Math.min(first, WEEKS - 1);
  return { initiative: item.id, startWeek: start + 1, endWeek: Math.max(last, start) + 1, load };
}

/** Prerequisites before what waits for them; otherwise as given. */
function inOrder(items: readonly Initiative[]): Initiative[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ordered = new Set<Initiative>();
  const visit = (item: Initiative) => {
    for (const id of item.after) {
      const before = byId.get(id);
      if (before && !ordered.has(before)) visit(before);
    }
    ordered.add(item);
  };
  for (const item of items) visit(item);
  return [...ordered];
}
