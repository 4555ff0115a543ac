import { addDays, daysBetween } from "#lib/presentation/dates.ts";

/** The ISO date of the nth working day from a start, 1 is the start itself or the Monday after it. */
export function workingDay(startsOn: string, nth: number): string {
  let day = startsOn;
  for (let left = nth; ; day = addDays(day, 1)) {
    if (!isWeekend(day)) left--;
    if (left === 0) return day;
  }
}

/** How many working days there are from one day to another, both counted; 0 where the other lies before. */
export function workingDaysBetween(from: string, to: string): number {
  const days = daysBetween(from, to) + 1;
  if (days <= 0) return 0;
  const rest = Array.from({ length: days % 7 }, (_, at) => addDays(from, at));
  return Math.floor(days / 7) * 5 + rest.filter((day) => !isWeekend(day)).length;
}

export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
