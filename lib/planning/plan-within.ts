import { recountBudget, withBudget, withoutBudget } from "./budget.ts";
import type { Initiative } from "./initiative.ts";
import type { PlanInstance } from "./instance.ts";
import { type Capacity, splitIntoPhases } from "./split-into-phases.ts";
import { toInstance } from "./to-instance.ts";

/**
 * What the planner is asked: initiatives in phases that fit, and the instance over them. `budget`: person-days of the year, all
 * skills together; null: none. `before`: initiatives of the last version, whose phases stay. The initiatives are those whose weeks are laid out, without the budget.
 */
export function planWithin(
  whole: readonly Initiative[],
  capacity: Capacity,
  budget: number | null,
  before: readonly Initiative[] = [],
): { initiatives: Initiative[]; instance: PlanInstance } {
  if (budget === null) {
    const initiatives = splitIntoPhases(whole, capacity, before);
    return { initiatives, instance: toInstance(initiatives, capacity) };
  }
  const asked = withBudget(whole, capacity, budget);
  const phases = recountBudget(splitIntoPhases(asked.initiatives, asked.capacity, before));
  return { initiatives: withoutBudget(phases), instance: toInstance(phases, asked.capacity) };
}
