import { checkFeasible } from "./check-feasible.ts";
import type { PlanInstance } from "./instance.ts";
import { type Assignment, objectiveOf } from "./objective.ts";
import { compareEquals } from "./tie-break.ts";

/** The plan by trying everything and nothing clever: the yardstick of the planner's tests. Null: there is none. */
export function bruteForce(instance: PlanInstance): Assignment | null {
  const ids = instance.initiatives.map(({ id }) => id);
  let best: { assignment: Assignment; objective: number } | null = null;
  const total = (instance.quarters + 1) ** ids.length;
  for (let code = 0; code < total; code++) {
    const assignment: Record<string, number> = {};
    let rest = code;
    for (const id of ids) {
      const quarter = rest % (instance.quarters + 1);
      rest = Math.floor(rest / (instance.quarters + 1));
      if (quarter > 0) assignment[id] = quarter;
    }
    const objective = objectiveOf(instance, assignment);
    if (best && objective < best.objective - 1e-12 * best.objective) continue;
    if (
      best &&
      Math.abs(objective - best.objective) <= 1e-12 * best.objective &&
      compareEquals(instance, assignment, best.assignment) >= 0
    )
      continue;
    if (checkFeasible(instance, assignment).length === 0) best = { assignment, objective };
  }
  return best?.assignment ?? null;
}
