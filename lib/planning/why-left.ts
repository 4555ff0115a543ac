import type { Skill } from "#lib/catalog/control.ts";
import { formatDecimal } from "#lib/presentation/numbers.ts";
import type { Initiative } from "./initiative.ts";
import type { PlanSolution } from "./instance.ts";
import type { Capacity } from "./split-into-phases.ts";

/** Why an initiative is not in the year, and what it would take, in words. */
export function whyLeft(
  initiative: Initiative,
  all: readonly Initiative[],
  solution: PlanSolution,
  capacity: Capacity,
): string {
  const missing = initiative.after.filter((id) => !(id in solution.assignment));
  const names = missing.map((id) => all.find((each) => each.id === id)?.title ?? id);
  if (names.length > 0) return `It comes after ${names.join(" and ")}, which does not fit into the year either.`;
  const short = Object.entries(initiative.effort.bySkill).map(([skill, days]) =>
    shortOf(skill as Skill, days, all, solution, capacity),
  );
  const worst = short.toSorted((a, b) => b.missing - a.missing)[0];
  if (!worst || worst.missing <= 0) return "What is planned instead removes more risk for the same days.";
  if (worst.most === 0)
    return `It needs ${formatDecimal(worst.days)} days of ${worst.skill}, and nobody of that skill is in the plan.`;
  return `It needs ${formatDecimal(worst.days)} days of ${worst.skill}; the most that is left in a quarter is ${formatDecimal(worst.left)}. ${formatDecimal(worst.missing)} more days would let it in.`;
}

function shortOf(skill: Skill, days: number, all: readonly Initiative[], solution: PlanSolution, capacity: Capacity) {
  const lefts = (capacity[skill] ?? []).map((available, index) => {
    const used = all
      .filter(({ id }) => solution.assignment[id] === index + 1)
      .reduce((sum, { effort }) => sum + (effort.bySkill[skill] ?? 0), 0);
    return Math.max(0, available - used);
  });
  const left = Math.max(0, ...lefts);
  return { skill, days, left, most: Math.max(0, ...(capacity[skill] ?? [])), missing: days - left };
}
