import { addDays, daysBetween } from "#lib/presentation/dates.ts";
import { workingDay } from "./working-days.ts";

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

/** How far from the start a milestone can be moved, in days. */
export const FURTHEST_DAYS = 366;

/** done; late: its day is over; at-risk: it will be, unless something happens; today; ahead. */
export type MilestoneStanding = "done" | "late" | "at-risk" | "today" | "ahead";
/** Why a milestone may not be kept: the one before it is late, or is planned for a later day, or the pace is too slow. */
export type MilestoneRisk =
  | { kind: "waits-for" | "planned-before"; milestone: MilestoneId }
  | { kind: "behind"; questions: number };
export type Milestone = {
  id: MilestoneId;
  on: string;
  moved: boolean;
  standing: MilestoneStanding;
  risk: MilestoneRisk | null;
};

/** What is done, as the data shows it. */
export type DoneFacts = Record<Exclude<MilestoneId, "kick-off" | "read-out">, boolean>;

/**
 * The calendar of an assessment that starts on a day: ten working days, weekends left out, each milestone on its day or on
 * the one that it was moved to. A start on a weekend counts from the Monday after. The kick-off is done when its day has
 * come, the read-out when its day has come and what is read out is signed. `behind`: how many more questions are open than
 * an even pace leaves.
 */
export function calendarOf(
  startsOn: string,
  moved: ReadonlyMap<string, string>,
  done: DoneFacts,
  today: string,
  behind = 0,
): Milestone[] {
  const planned = MILESTONES.map((id) => ({
    id,
    on: moved.get(id) ?? workingDay(startsOn, WORKING_DAY[id]),
    moved: moved.has(id),
  }));
  const isDone = ({ id, on }: { id: MilestoneId; on: string }): boolean => {
    if (id === "kick-off") return on <= today;
    return id === "read-out" ? on <= today && done["sign-off"] : done[id];
  };
  return planned.map((milestone, at): Milestone => {
    const { on } = milestone;
    if (isDone(milestone)) return { ...milestone, standing: "done", risk: null };
    if (on < today) return { ...milestone, standing: "late", risk: null };
    // What is signed waits for nothing any more.
    const before = done["sign-off"] ? undefined : planned.slice(0, at).findLast((each) => !isDone(each));
    const risk = riskOf(milestone, before, today, behind);
    return { ...milestone, standing: risk ? "at-risk" : on === today ? "today" : "ahead", risk };
  });
}

type Planned = Pick<Milestone, "id" | "on">;

/** `before`: the nearest one before it that is not done. */
function riskOf(milestone: Planned, before: Planned | undefined, today: string, behind: number): MilestoneRisk | null {
  if (before && before.on < today) return { kind: "waits-for", milestone: before.id };
  if (before && before.on > milestone.on) return { kind: "planned-before", milestone: before.id };
  return milestone.id === "questionnaires" && behind > 0 ? { kind: "behind", questions: behind } : null;
}

/** Every day from one to another, both counted; empty where the other lies before. */
export function daysFrom(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at));
}

/** The same in even steps where they would be more than `most`; the last day is always one of them. */
export function daysShown(from: string, to: string, most: number): string[] {
  const count = Math.max(0, daysBetween(from, to) + 1);
  const step = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => addDays(to, -at * step)).toReversed();
}
