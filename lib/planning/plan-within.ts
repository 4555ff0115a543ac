import { recountBudget, withBudget, withoutBudget } from "./budget.ts";
import type { Initiative } from "./initiative.ts";
import type { PlanInstance } from "./instance.ts";
import { type Capacity, splitIntoPhases } from "./split-into-phases.ts";
import { toInstance } from "./to-instance.ts";

/**
 * What the planner is asked: initiatives in phases that fit, the instance over them, and the same without the budget, by
 * which weeks are laid out. `budget`: person-days of the year, all skills together; null: none. `before`: initiatives of
 * the last version, whose phases stay.
 */
export function planWithin(
  whole: readonly Initiative[],
  capacity: Capacity,
  budget: number | null,
  before: readonly Initiative[] = [],
): { initiatives: Initiative[]; instance: PlanInstance; inWeeks: PlanInstance } {
  if (budget === null) {
    const initiatives = splitIntoPhases(whole, capacity, before);
    const instance = toInstance(initiatives, capacity);
    return { initiatives, instance, inWeeks: instance };
  }
  const asked = withBudget(whole, capacity, budget);
  const phases = recountBudget(splitIntoPhases(asked.initiatives, asked.capacity, before));
  const initiatives = withoutBudget(phases);
  return {
    initiatives,
    instance: toInstance(phases, asked.capacity),
    inWeeks: toInstance(initiatives, capacity),
  };
}
