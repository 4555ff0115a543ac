import type { Comparison, Move } from "#lib/planning/compare-roadmaps.ts";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import type { Slip } from "#lib/planning/slip.ts";
import { formatDecimal, formatList, formatThings } from "./numbers.ts";

const SAYS: Record<Move["direction"], string> = {
  earlier: "earlier",
  later: "later",
  in: "that fit now",
  out: "left out now",
  new: "new",
  gone: "gone",
};

/** "54 initiatives stay where they were; 3 later, 2 new." */
export function sayMoves({ stayed, moves }: Comparison): string {
  const stay = `${formatThings(stayed, "initiative")} ${stayed === 1 ? "stays where it was" : "stay where they were"}`;
  const counts = Object.entries(SAYS).flatMap(([direction, words]) => {
    const count = moves.filter((move) => move.direction === direction).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return counts.length === 0 ? `${stay}.` : `${stay}; ${formatList(counts)}.`;
}

/** What it costs that little moves. Empty where the year was planned afresh. */
export function sayKeeping({ kept, objective }: Roadmap): string {
  if (!kept) return "It was planned afresh: nothing had to stay.";
  if (kept.cost <= 0) return "Moving more would remove no more risk.";
  const share = formatDecimal(Math.ceil((kept.cost / (objective + kept.cost)) * 1000) / 10);
  return `What need not move stays, which costs ${formatDecimal(kept.cost)} risk-quarters (${share} %) of the best order that was found.`;
}

/** "On plan.", or by how much the year is behind or ahead, and because of what. */
export function sayBehind({ daysBehind, because }: { daysBehind: number; because: string }): string {
  if (daysBehind === 0) return `On plan. ${because}`;
  return `${formatThings(Math.abs(daysBehind), "day")} ${daysBehind > 0 ? "behind" : "ahead of"} the plan. ${because}`;
}

/** "9 on the day or before, 3 later by 4 to 21 days, 1 left out." */
export function saySlips(slips: readonly Slip[]): string {
  const late = slips.flatMap(({ days }) => (days !== null && days > 0 ? [days] : []));
  const left = slips.filter(({ days }) => days === null).length;
  const kept = slips.length - late.length - left;
  const [least, most] = [Math.min(...late), Math.max(...late)];
  const by = least === most ? formatThings(least, "day") : `${least} to ${formatThings(most, "day")}`;
  return `${[
    `${kept} on their day or before`,
    ...(late.length > 0 ? [`${late.length} later by ${by}`] : []),
    ...(left > 0 ? [`${left} left out`] : []),
  ].join(", ")}.`;
}

/** "Verified 3.5 days after the claim, in the middle of 4." Empty where nothing is verified. */
export function sayTimeToVerified(median: number | null, count: number): string {
  if (median === null) return "";
  const days = formatDecimal(Math.round(median * 10) / 10);
  return `A scan agreed ${days} ${days === "1" ? "day" : "days"} after the claim, in the middle of ${formatThings(count, "initiative")}.`;
}
