const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY = 86_400_000;

/** Weeks of one plan, and of a roadmap of four. */
export const WEEKS_OF_PLAN = 13;

/** Milliseconds since 1970 of an ISO date or time, read as UTC. Throws when it is not one. */
function instantOf(iso: string): number {
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(iso) || !iso.includes("T") ? iso : `${iso}Z`;
  const instant = Date.parse(zoned);
  if (!/^\d{4}-\d\d-\d\d/.test(iso) || Number.isNaN(instant)) throw new Error(`not an ISO date: ${iso}`);
  return instant;
}

/** "3 Feb 2027", in UTC, from an ISO date or time. */
export function formatDate(iso: string): string {
  const date = new Date(instantOf(iso));
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}

/** "3 Feb 2027, 14:05 UTC" from an ISO time. */
export function formatTime(iso: string): string {
  return `${formatDate(iso)}, ${new Date(instantOf(iso)).toISOString().slice(11, 16)} UTC`;
}

/** "3 Feb – 4 May 2027"; the year stands twice only when it changes. */
export function formatPeriod(from: string, to: string): string {
  const [start, end] = [formatDate(from), formatDate(to)];
  const sameYear = start.slice(-4) === end.slice(-4);
  return `${sameYear ? start.slice(0, -5) : start} – ${end}`;
}

/** The ISO date that lies some days after another. */
export function addDays(iso: string, days: number): string {
  return new Date(instantOf(iso) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one ISO date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((instantOf(to.slice(0, 10)) - instantOf(from.slice(0, 10))) / DAY);
}

/** ISO date of the first day of a week (1 is the first) that is counted from a start. */
export function startOfWeek(startsOn: string, week: number): string {
  return addDays(startsOn, (week - 1) * 7);
}

/** "Week 3", "Weeks 3–5". */
export function formatWeeks(start: number, end: number): string {
  return start === end ? `Week ${start}` : `Weeks ${start}–${end}`;
}

/** The quarter of a roadmap as people call it: "Q1". */
export function formatQuarter(quarter: number): string {
  return `Q${quarter}`;
}

/** Week of the year's roadmap, 1-52, of a week of one of its plans. */
export function weekOfRoadmap(quarter: number, week: number): number {
  return (quarter - 1) * WEEKS_OF_PLAN + week;
}
