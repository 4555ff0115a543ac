import { addDays, daysBetween } from "#lib/presentation/dates.ts";

/** Stations of the two weeks, in their order. */
export const MILESTONES = [
  "kick-off",
  "snapshots",
  "questionnaires",
  "contradictions",
  "review",
  "sign-off",
  "read-out",
] as const;
export type MilestoneId = (typeof MILESTONES)[number];

/** Working day on which each is planned, 1 is the first: ten working days from kick-off to read-out. */
const WORKING_DAY: Record<MilestoneId, number> = {
  "kick-off": 1,
  snapshots: 2,
  questionnaires: 6,
  contradictions: 7,
  review: 8,
  "sign-off": 9,
  "read-out": 10,
};

/** done; late: its day is over; today; ahead. Kick-off and read-out are done when their day has come. */
export type MilestoneStanding = "done" | "late" | "today" | "ahead";
export type Milestone = { id: MilestoneId; on: string; moved: boolean; standing: MilestoneStanding };

/** What is done, as the data shows it. */
export type DoneFacts = Record<Exclude<MilestoneId, "kick-off" | "read-out">, boolean>;

/**
 * The calendar of an assessment that starts on a day: ten working days, weekends left out, each milestone on its day or on
 * the one that it was moved to. A kick-off on a weekend counts from the Monday after.
 */
export function calendarOf(
  startsOn: string,
  moved: ReadonlyMap<string, string>,
  done: DoneFacts,
  today: string,
): Milestone[] {
  return MILESTONES.map((id) => {
    const on = moved.get(id) ?? workingDay(startsOn, WORKING_DAY[id]);
    const isDone = id === "kick-off" || id === "read-out" ? on <= today : done[id];
    const standing = isDone ? "done" : on < today ? "late" : on === today ? "today" : "ahead";
    return { id, on, moved: moved.has(id), standing };
  });
}

/** The ISO date of the nth working day from a start, 1 is the start itself or the Monday after it. */
export function workingDay(startsOn: string, nth: number): string {
  let day = startsOn;
  for (let left = nth; ; day = addDays(day, 1)) {
    if (!isWeekend(day)) left--;
    if (left === 0) return day;
  }
}

/** Every day from one to another, both counted; empty where the other lies before. */
export function daysFrom(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at));
}

export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
