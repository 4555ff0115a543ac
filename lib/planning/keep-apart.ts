import type { PlanInstance } from "./instance.ts";
import { type Assignment, quarterOf } from "./objective.ts";
import { scheduleYear } from "./schedule-year.ts";
import type { WeeklyRoom } from "./team.ts";

/** Something that found no weeks after what it needs in the same quarter. */
export type Apart = { id: string; from: readonly string[] };

/**
 * What the capacities of a quarter allow and its weeks do not: each initiative that `scheduleYear` had to move or drop, with
 * those of its prerequisites that keep their place in its quarter. `assigned` to the quarters of an instance without a budget.
 */
export function squeezedIn(instance: PlanInstance, assigned: Assignment, room: WeeklyRoom = {}): Apart[] {
  const { scheduled } = scheduleYear(instance, assigned, room);
  const placed: Assignment = Object.fromEntries(scheduled.map(({ id, quarter }) => [id, quarter]));
  const keeps = (id: string) => quarterOf(placed, id) === quarterOf(assigned, id);
  return instance.initiatives.flatMap(({ id, after }) => {
    const quarter = quarterOf(assigned, id);
    if (quarter === undefined || keeps(id)) return [];
    const from = after.filter((before) => quarterOf(assigned, before) === quarter && keeps(before));
    return from.length > 0 ? [{ id, from }] : [];
  });
}

/**
 * The same instance, in which each of them is in another quarter than what it waits for: a skill more, of which it takes all
 * of a quarter and each of the others a part. The planner needs no rule of its own for it.
 */
export function keepApart(instance: PlanInstance, aparts: readonly Apart[]): PlanInstance {
  const skills = aparts.map(({ id, from }) => ({ name: `a quarter apart: ${id}`, id, from }));
  return {
    ...instance,
    capacity: {
      ...instance.capacity,
      ...Object.fromEntries(
        skills.map(({ name, from }) => [name, new Array<number>(instance.quarters).fill(from.length)]),
      ),
    },
    initiatives: instance.initiatives.map((item) => {
      const takes = skills.flatMap(({ name, id, from }) => {
        if (id === item.id) return [[name, from.length]];
        return from.includes(item.id) ? [[name, 1]] : [];
      });
      return takes.length === 0 ? item : { ...item, effort: { ...item.effort, ...Object.fromEntries(takes) } };
    }),
  };
}
