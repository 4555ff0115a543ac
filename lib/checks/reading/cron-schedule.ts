/** Days that a look at a schedule goes over: after 28 years each date falls on its weekday again. */
const DAYS = 28 * 365 + 7;
/** A leap year's first day, from which days are counted. */
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY_MINUTES = 1_440;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const SHORTHANDS: Readonly<Record<string, string>> = {
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
  "@monthly": "0 0 1 * *",
  "@weekly": "0 0 * * 0",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@hourly": "0 * * * *",
};

const UNITS: Readonly<Record<string, number>> = { h: 1, m: 1 / 60, s: 1 / 3600, ms: 1 / 3_600_000 };

/**
 * The longest time in hours between two runs of a schedule as Kubernetes' CronJob and Velero read it: five fields, a
 * shorthand ("@daily") or "@every 6h", with a time zone before it or not. Infinity when it never runs, null when it is
 * no schedule. Days are taken for 24 hours long.
 */
export function longestGapHours(schedule: unknown): number | null {
  if (typeof schedule !== "string" || schedule.length > 256) return null;
  const text = schedule.trim().replace(/^(CRON_)?TZ=\S+\s+/, "");
  if (text.startsWith("@every ")) return durationHours(text.slice("@every ".length).trim());
  const fields = (SHORTHANDS[text.toLowerCase()] ?? text).split(/\s+/);
  if (fields.length !== 5) return null;
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = fields;
  const minutes = parseField(minute, 0, 59, []);
  const hours = parseField(hour, 0, 23, []);
  const days = parseField(day, 1, 31, []);
  const months = parseField(month, 1, 12, MONTHS);
  const weekdays = parseField(weekday, 0, 6, WEEKDAYS);
  if (!minutes || !hours || !days || !months || !weekdays) return null;
  const isEvery = (field: string) => field.startsWith("*") || field.startsWith("?");
  // When both are named, cron runs on a day that either of them names.
  const either = !isEvery(day) && !isEvery(weekday);
  const runsOn = (date: Date): boolean => {
    const [byDay, byWeekday] = [days.has(date.getUTCDate()), weekdays.has(date.getUTCDay())];
    return months.has(date.getUTCMonth() + 1) && (either ? byDay || byWeekday : byDay && byWeekday);
  };
  // Whole minutes: a sum of sixtieths is not exact.
  const times = [...hours].flatMap((at) => [...minutes].map((past) => at * 60 + past)).sort((a, b) => a - b);
  const isDaily = [day, month, weekday].every((field) => field === "*");
  return longestGapMinutes(times, isDaily ? null : runsOn) / 60;
}

/** Runs at these minutes of the days that `runsOn` names, of every day without it. */
function longestGapMinutes(times: readonly number[], runsOn: ((date: Date) => boolean) | null): number {
  const [first = 0] = times;
  const last = times.at(-1) ?? 0;
  const within = times.reduce((gap, time, at) => Math.max(gap, time - (times[at - 1] ?? time)), 0);
  if (!runsOn) return Math.max(within, DAY_MINUTES + first - last);
  let before: number | null = null;
  let start: number | null = null;
  let gap = within;
  for (let day = 0; day < DAYS; day++) {
    if (!runsOn(new Date(FIRST_DAY + day * DAY_MINUTES * 60_000))) continue;
    if (before !== null) gap = Math.max(gap, (day - before) * DAY_MINUTES + first - last);
    start ??= day;
    before = day;
  }
  if (before === null || start === null) return Number.POSITIVE_INFINITY;
  // The years repeat: from the last run to the first one of the next time round.
  return Math.max(gap, (DAYS - before + start) * DAY_MINUTES + first - last);
}

/** "1-5", "*\/15", "mon,wed" as the set of its numbers; null when it is none of these. */
function parseField(field: string, lowest: number, highest: number, names: readonly string[]): Set<number> | null {
  const numbers = new Set<number>();
  for (const part of field.split(",")) {
    const [range = "", step, ...more] = part.split("/");
    const stride = step === undefined ? 1 : Number(step);
    if (more.length > 0 || !Number.isInteger(stride) || stride < 1 || step === "") return null;
    const bounds = boundsOf(range, step !== undefined, { lowest, highest, names });
    if (!bounds) return null;
    for (let number = bounds.from; number <= bounds.to; number += stride) numbers.add(number);
  }
  return numbers;
}

type Limits = { lowest: number; highest: number; names: readonly string[] };

function boundsOf(range: string, hasStep: boolean, limits: Limits): { from: number; to: number } | null {
  if (range === "*" || range === "?") return { from: limits.lowest, to: limits.highest };
  const [start = "", end, ...more] = range.split("-");
  const from = numberOf(start, limits);
  const to = end === undefined ? (hasStep ? limits.highest : from) : numberOf(end, limits);
  if (more.length > 0 || from === null || to === null) return null;
  return from < limits.lowest || to > limits.highest || from > to ? null : { from, to };
}

function numberOf(text: string, { lowest, names }: Limits): number | null {
  const named = names.indexOf(text.toLowerCase());
  if (named >= 0) return named + lowest;
  return /^\d{1,2}$/.test(text) ? Number(text) : null;
}

/** "1h30m" in hours, as Go writes a duration; null for anything else. */
export function durationHours(text: string): number | null {
  if (text.length > 64 || !/^(\d+(\.\d+)?(h|ms|m|s))+$/.test(text)) return null;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/gy)];
  return parts.reduce((hours, [, amount, unit = ""]) => hours + Number(amount) * (UNITS[unit] ?? 0), 0);
}
