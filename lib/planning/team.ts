import { SKILLS, type Skill } from "#lib/catalog/control.ts";
import { addDays, WEEKS_OF_PLAN } from "#lib/presentation/dates.ts";
import type { Capacity } from "./split-into-phases.ts";

/** First and last day, ISO dates, inclusive. */
export type Span = { from: string; to: string };
export type TeamMember = {
  name: string;
  skill: Skill;
  /** Days for this work in a whole week, 0 to 5. */
  daysPerWeek: number;
  away: readonly Span[];
};
/** Who does the work, and when nobody does: holidays, a freeze before the great sale. */
export type Team = { people: readonly TeamMember[]; closed: readonly Span[] };

/** Person-days of each skill in each week of the year, from its first day on. */
export type WeeklyRoom = Partial<Record<Skill, readonly number[]>>;

const QUARTERS = 4;
const WORKING_DAYS = 5;

/**
 * What a team can do week by week: of each member the days of a week, less a fifth of them for each working day (Monday to
 * Friday) on which the member is away or everything is closed.
 */
export function weeklyRoom({ people, closed }: Team, startsOn: string): WeeklyRoom {
  const weeks = Array.from({ length: QUARTERS * WEEKS_OF_PLAN }, (_, week) =>
    workingDaysFrom(addDays(startsOn, week * 7)),
  );
  const room: Partial<Record<Skill, number[]>> = {};
  for (const { skill, daysPerWeek, away } of people) {
    room[skill] ??= weeks.map(() => 0);
    const mine = room[skill];
    for (const [week, days] of weeks.entries()) {
      const there = days.filter((day) => !isIn(day, closed) && !isIn(day, away)).length;
      mine[week] = (mine[week] ?? 0) + (daysPerWeek * there) / WORKING_DAYS;
    }
  }
  return room;
}

/** Person-days by quarter, in tenths that are never more than the weeks hold. */
export function capacityOfTeam(room: WeeklyRoom): Capacity {
  return Object.fromEntries(
    Object.entries(room).map(([skill, weeks]) => [
      skill,
      Array.from({ length: QUARTERS }, (_, quarter) => {
        const own = weeksOfQuarter(weeks, quarter + 1);
        return Math.floor(own.reduce((sum, days) => sum + days, 0) * 10 + 1e-6) / 10;
      }),
    ]),
  );
}

export function weeksOfQuarter(weeks: readonly number[], quarter: number): number[] {
  return weeks.slice((quarter - 1) * WEEKS_OF_PLAN, quarter * WEEKS_OF_PLAN);
}

function workingDaysFrom(first: string): string[] {
  return Array.from({ length: 7 }, (_, day) => addDays(first, day)).filter((day) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday >= 1 && weekday <= 5;
  });
}

function isIn(day: string, spans: readonly Span[]): boolean {
  return spans.some(({ from, to }) => from <= day && day <= to);
}

/**
 * The weeks of a year that is planned by days of each quarter, around days on which nobody works: those that are left share the
 * quarter's days evenly. Nothing for quarters without any working day.
 */
export function roomAround(closed: readonly Span[], capacity: Capacity, startsOn: string): WeeklyRoom {
  const people = SKILLS.map((skill): TeamMember => ({ name: skill, skill, daysPerWeek: WORKING_DAYS, away: [] }));
  return scaleRoom(weeklyRoom({ people, closed }, startsOn), capacity);
}

/** The same shape of weeks, with so many days in each quarter. */
export function scaleRoom(room: WeeklyRoom, capacity: Capacity): WeeklyRoom {
  return Object.fromEntries(
    Object.entries(room).map(([skill, weeks]) => [
      skill,
      Array.from({ length: QUARTERS }, (_, at) => {
        const own = weeksOfQuarter(weeks, at + 1);
        const sum = own.reduce((total, days) => total + days, 0);
        const wanted = capacity[skill as Skill]?.[at] ?? 0;
        return own.map((days) => (sum > 0 ? (days * wanted) / sum : 0));
      }).flat(),
    ]),
  );
}
