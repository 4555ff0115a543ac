import type { Effort } from "#lib/planning/initiative.ts";
import type { Score } from "#lib/scoring/score.ts";

/** Whole numbers with thousands set apart by commas: 18,220. Independent of any locale of the machine. */
export function formatCount(value: number): string {
  const digits = Math.abs(Math.round(value)).toString();
  return (Math.round(value) < 0 ? "−" : "") + digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** "1 finding", "14 findings"; an irregular plural is given. */
export function formatThings(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** Up to one decimal, without a trailing zero: 4, 4.5, 1,204. */
export function formatDecimal(value: number): string {
  const tenths = Math.round(Math.abs(value) * 10);
  const whole = formatCount(Math.floor(tenths / 10));
  return `${value < 0 && tenths > 0 ? "−" : ""}${whole}${tenths % 10 === 0 ? "" : `.${tenths % 10}`}`;
}

/** Always one decimal, so that a column of numbers stands point under point: 4.0, 12.7. */
export function formatTenths(value: number): string {
  const text = formatDecimal(value);
  return text.includes(".") ? text : `${text}.0`;
}

/** True where nothing applies, so that there is no score to show. */
export function isBlank(score: Score | null): score is null {
  return score === null || score.weight <= 0;
}

/** The headline value of a score, "62"; "–" where nothing applies. */
export function formatScore(score: Score | null): string {
  return isBlank(score) ? "–" : String(Math.round(score.low));
}

/** "62–71": from all unknowns unmet to all met; one number when evidence leaves no room. */
export function formatInterval(score: Score | null): string {
  if (isBlank(score)) return "–";
  const [low, high] = [Math.round(score.low), Math.round(score.high)];
  return low === high ? String(low) : `${low}–${high}`;
}

/** Percent of something that is named: "84 % of weight seen". A part that is not nothing never reads 0, nor a rest 100. */
export function formatPercent(share: number, of: string): string {
  return `${percentOf(share)} % ${of}`;
}

/** Coverage of a score in words: "84 % of weight seen". */
export function formatCoverage(score: Score | null): string {
  return isBlank(score) ? "nothing applies" : formatPercent(score.coverage, "of weight seen");
}

/** Whole percent of a share 0-1; 1 and 99 stand for "some" and "not all". */
export function percentOf(share: number): number {
  const percent = Math.round(share * 100);
  if (percent <= 0) return share > 0 ? 1 : 0;
  if (percent >= 100) return share < 1 ? 99 : 100;
  return percent;
}

/** Person-days: "4 days", "1 day", "0.5 days". */
/** "EUR 412,300": whole units, the currency by its code, because a sign such as $ means several. */
export function formatMoney(amount: number, currency: string): string {
  return `${currency} ${formatCount(amount)}`;
}

export function formatDays(days: number): string {
  return `${formatDecimal(days)} ${formatDecimal(days) === "1" ? "day" : "days"}`;
}

/** "4 days (3–7)": what counts, with the optimistic and the pessimistic end of the estimate. */
export function formatEffort(effort: Effort): string {
  return `${formatDays(effort.days)} (${formatRange(effort)})`;
}

/** "3–7": the ends of an estimate. */
export function formatRange(effort: Effort): string {
  return `${formatDecimal(effort.optimistic)}–${formatDecimal(effort.pessimistic)}`;
}

/** "61 risk points". */
export function formatRisk(points: number): string {
  return `${formatDecimal(points)} risk ${formatDecimal(points) === "1" ? "point" : "points"}`;
}

/** "61 of 540 risk points". */
export function formatRiskOf(points: number, total: number): string {
  return `${formatDecimal(points)} of ${formatRisk(total)}`;
}

/** "a", "a and b", "a, b and c". */
export function formatList(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
