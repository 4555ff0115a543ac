import { addDays, WEEKS_OF_PLAN } from "#lib/presentation/dates.ts";
import type { Initiative } from "./initiative.ts";
import type { Wishes } from "./to-instance.ts";

/** What people want of a remedy's work, by the calendar (ISO dates); at least one of the two. */
export type DatedWish = { remedy: string; notBefore: string | null; doneBy: string | null };

const DAYS = WEEKS_OF_PLAN * 7;
/** A year that begins some days later is the same year to whoever wished. */
const SLACK_DAYS = 6;

/**
 * Wishes in quarters of a year that starts on `startsOn`: work begins in a quarter that begins on the day or after it, and is
 * done in one that ends on the day or before; days that are over mean the first quarter. Of work in phases every phase. A
 * `notBefore` after the year keeps it out; a `doneBy` after the year asks for nothing.
 */
export function wishesOf(
  wishes: readonly DatedWish[],
  initiatives: readonly Pick<Initiative, "id" | "remedy">[],
  startsOn: string,
  quarters = 4,
): Wishes {
  const byRemedy = new Map(wishes.map((wish) => [wish.remedy, wish]));
  const all = Array.from({ length: quarters }, (_, q) => q + 1);
  const begins = (quarter: number) => addDays(startsOn, (quarter - 1) * DAYS);
  return Object.fromEntries(
    initiatives.flatMap(({ id, remedy }) => {
      const wish = byRemedy.get(remedy);
      if (!wish) return [];
      const { notBefore, doneBy } = wish;
      const earliest = notBefore ? all.find((q) => addDays(begins(q), SLACK_DAYS) >= notBefore) : 1;
      const last = doneBy ? all.findLast((q) => addDays(begins(q + 1), -1 - SLACK_DAYS) <= doneBy) : quarters;
      const latest = Math.max(1, last ?? 1);
      // Not within this year: what nobody's days pay for is left.
      if (earliest === undefined) return [[id, { earliest: quarters + 1, latest: quarters }]];
      return [[id, earliest === latest ? { pin: earliest } : { earliest, latest }]];
    }),
  );
}
