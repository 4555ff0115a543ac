import { LAYERS } from "#lib/catalog/framework.ts";
import type { PlanInstance, PlanItem } from "./instance.ts";
import { type Assignment, quarterOf } from "./objective.ts";

/** The order in which equals are served: outer layers first, then the smaller id (by code unit). */
export function compareItems(a: Pick<PlanItem, "id" | "layer">, b: Pick<PlanItem, "id" | "layer">): number {
  const depth = LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer);
  if (depth !== 0) return depth;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * Which of two assignments of the same objective is the plan: the first initiative (outer layers first, then the smaller
 * id) that is not in the same quarter decides, and earlier is better; left is last. Below 0: the first one. So the plan
 * among equals is one and the same, whatever order the initiatives come in.
 */
export function compareEquals(instance: PlanInstance, first: Assignment, second: Assignment): number {
  for (const { id } of [...instance.initiatives].sort(compareItems)) {
    const [one = 0, other = 0] = [first, second].map(
      (assignment) => quarterOf(assignment, id) ?? instance.quarters + 1,
    );
    if (one !== other) return one - other;
  }
  return 0;
}
