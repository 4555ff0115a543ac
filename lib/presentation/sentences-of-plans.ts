import type { Effort, Initiative, Quadrant } from "#lib/planning/initiative.ts";
import type { Roadmap, ScheduledInitiative } from "#lib/planning/roadmap.ts";
import { formatQuarter, formatWeeks } from "./dates.ts";
import {
  formatDays,
  formatDecimal,
  formatEffort,
  formatList,
  formatPercent,
  formatRiskOf,
  formatThings,
} from "./numbers.ts";

/** What each quadrant of the scorecard means. */
export const QUADRANT_MEANS: Record<Quadrant, string> = {
  "do now": "much risk, little effort",
  "plan well": "much risk, much effort",
  "fill in": "little risk, little effort",
  "think twice": "little risk, much effort",
};

/** "Do now". */
export function sayQuadrant(quadrant: Quadrant): string {
  return quadrant.charAt(0).toUpperCase() + quadrant.slice(1);
}

/** The title, with the phase of a split one: "Sign images (phase 1 of 2)". */
export function sayInitiative(initiative: Initiative): string {
  const { phase, title } = initiative;
  return phase ? `${title} (phase ${phase.number} of ${phase.of})` : title;
}

/** "done when `a` and `b` pass on 3 clusters"; without checks, a new answer decides. */
export function sayDoneWhen(initiative: Initiative): string {
  const on = formatThings(initiative.clusters.length, "cluster");
  const checks = initiative.verifiedBy;
  if (checks.length === 0) return `done when a new answer on ${on} says so`;
  const verb = checks.length === 1 ? "passes" : "pass";
  return `done when ${formatList(checks)} ${verb} on ${on}`;
}

/** "after node pools are in Terraform (week 2)": the prerequisites, with the week or quarter in which each ends. */
export function sayAfter(
  initiative: Initiative,
  quarter: number,
  all: readonly Initiative[],
  roadmap: Roadmap,
): string {
  if (initiative.after.length === 0) return "";
  const items = roadmap.plans.flatMap((plan) => plan.items);
  const names = initiative.after.flatMap((id) => {
    const before = all.find((other) => other.id === id);
    const item = items.find((other) => other.initiative === id);
    if (!before) return [];
    if (!item) return [sayInitiative(before)];
    return [
      `${sayInitiative(before)} (${item.quarter === quarter ? `week ${item.endWeek}` : formatQuarter(item.quarter)})`,
    ];
  });
  return names.length === 0 ? "" : `after ${formatList(names)}`;
}

/** A line of a 90-day plan: when, what, whose skill, effort, what it removes, after what, done when. */
export function sayPlanItem(item: ScheduledInitiative, all: readonly Initiative[], roadmap: Roadmap): string {
  const initiative = all.find((other) => other.id === item.initiative);
  const weeks = formatWeeks(item.startWeek, item.endWeek);
  if (!initiative) return `${weeks} · ${item.initiative}`;
  const parts = [
    weeks,
    sayInitiative(initiative),
    initiative.skill,
    formatEffort(initiative.effort),
    `removes ${formatRiskOf(initiative.risk, roadmap.riskAtStart)}`,
    sayAfter(initiative, item.quarter, all, roadmap),
    sayDoneWhen(initiative),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** How the effort came to be, with an override beside the computed value. */
export function sayEffort(effort: Effort): string {
  if (!effort.override) return effort.how;
  const { override } = effort;
  return `${formatDays(override.days)} as set by ${override.by}: ${override.reason} (computed: ${formatDays(effort.computed)}, ${effort.how})`;
}

/** How good the plan is, in one sentence: what was proven, or how far at most from the best possible. */
export function sayProof(roadmap: Roadmap): string {
  const better = roadmap.greedy > 0 ? (roadmap.objective - roadmap.greedy) / roadmap.greedy : 0;
  const beats = better > 0.0005 ? `, ${percentWithTenth(better)} % more than picking by risk per effort` : "";
  const removes = `This order removes ${formatDecimal(roadmap.objective)} risk-quarters within the year${beats}`;
  if (roadmap.proven) return `${removes}. No order under the same capacity removes more: proven.`;
  return `${removes}. The proven upper bound is ${formatDecimal(roadmap.bound)}, so it is at most ${percentWithTenth(roadmap.gap)} % from the best possible.`;
}

/** Percent with one decimal, for gaps too small to round: 0.024 -> "2.4". */
function percentWithTenth(share: number): string {
  return formatDecimal(Math.ceil(share * 1000) / 10);
}

/** What the year does to the risk: "540 risk points today, 61 after a year: 89 % of the risk is removed". */
export function sayYear(roadmap: Roadmap): string {
  const left = roadmap.curve.at(-1) ?? roadmap.riskAtStart;
  const share = roadmap.riskAtStart > 0 ? (roadmap.riskAtStart - left) / roadmap.riskAtStart : 0;
  return `${formatDecimal(roadmap.riskAtStart)} risk points at the start, ${formatDecimal(left)} after four plans: ${formatPercent(share, "of the risk")} is removed`;
}
