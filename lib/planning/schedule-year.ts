import type { PlanInstance, PlanItem } from "./instance.ts";
import { type LaidOut, layOutQuarter, type QuarterWork } from "./lay-out-quarter.ts";
import { type Assignment, quarterOf } from "./objective.ts";
import { type WeeklyRoom, weeksOfQuarter } from "./team.ts";

export type ScheduledWork = Omit<LaidOut, "load"> & { quarter: number };
export type YearSchedule = {
  scheduled: ScheduledWork[];
  /** Planned, but without a place in the weeks of its quarter or of a later one with room. */
  squeezedOut: string[];
};

/**
 * The weeks of a planned year, quarter by quarter. What the capacities of a quarter allow may still find no weeks there (a
 * chain that needs more than 13): it goes to the next quarter that has room and weeks, with what waits for it, or out.
 * Nothing is ever overloaded and no prerequisite broken. `room`: the weeks of skills whose days are not spread evenly.
 */
export function scheduleYear(instance: PlanInstance, assignment: Assignment, room: WeeklyRoom = {}): YearSchedule {
  const scheduled: ScheduledWork[] = [];
  const done = new Set<string>();
  let carried: PlanItem[] = [];
  for (let quarter = 1; quarter <= instance.quarters; quarter++) {
    const capacity = capacityOf(instance, quarter);
    const planned = instance.initiatives.filter(({ id }) => quarterOf(assignment, id) === quarter);
    const held = new Set(carried.map(({ id }) => id));
    const work = planned.filter((item) => !waitsFor(item, held, planned));
    const late = planned.filter((item) => !work.includes(item));
    for (const item of [...carried, ...late]) {
      const ready = item.after.every((id) => done.has(id) || work.some((other) => other.id === id));
      if (ready && hasRoom([...work, item], capacity)) work.push(item);
    }
    const { laidOut } = layOutQuarter(work.map(toWork), { ...capacity, ...weeksIn(room, quarter) });
    const placed = new Set(laidOut.map(({ id }) => id));
    for (const { id, startWeek, endWeek } of laidOut) scheduled.push({ id, quarter, startWeek, endWeek });
    for (const id of placed) done.add(id);
    carried = [...carried, ...planned].filter(
      ({ id, latest, pin }) => !placed.has(id) && pin === null && latest > quarter,
    );
  }
  const missing = instance.initiatives.filter(({ id }) => quarterOf(assignment, id) !== undefined && !done.has(id));
  return { scheduled, squeezedOut: missing.map(({ id }) => id) };
}

/** Whether something that was carried over has to come first, directly or through others of the quarter. */
function waitsFor(item: PlanItem, held: ReadonlySet<string>, planned: readonly PlanItem[]): boolean {
  return item.after.some((id) => {
    const before = planned.find((other) => other.id === id);
    return held.has(id) || (before !== undefined && waitsFor(before, held, planned));
  });
}

function toWork({ id, risk, effort, after }: PlanItem): QuarterWork {
  return { id, risk, effort, after };
}

function weeksIn(room: WeeklyRoom, quarter: number): Record<string, number[]> {
  return Object.fromEntries(Object.entries(room).map(([skill, weeks]) => [skill, weeksOfQuarter(weeks, quarter)]));
}

function capacityOf({ capacity }: PlanInstance, quarter: number): Record<string, number> {
  return Object.fromEntries(Object.entries(capacity).map(([skill, days]) => [skill, days[quarter - 1] ?? 0]));
}

function hasRoom(work: readonly PlanItem[], capacity: Readonly<Record<string, number>>): boolean {
  return Object.entries(capacity).every(
    ([skill, days]) => work.reduce((sum, { effort }) => sum + (effort[skill] ?? 0), 0) <= days + 1e-9,
  );
}
