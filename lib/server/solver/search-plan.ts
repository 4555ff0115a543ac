import { buildModel } from "#lib/planning/build-model.ts";
import { checkFeasible } from "#lib/planning/check-feasible.ts";
import { findClash } from "#lib/planning/find-clash.ts";
import { greedyPlan, riskPerEffort } from "#lib/planning/greedy.ts";
import { improvePlan } from "#lib/planning/improve.ts";
import type { PlanInstance } from "#lib/planning/instance.ts";
import { layOutSpace, type Plan, type SearchSpace, toAssignment, worthOfPlan } from "#lib/planning/search-space.ts";
import { easyUpperBound } from "#lib/planning/upper-bound.ts";
import { runHighs } from "./run-highs.ts";

/** What the search knows so far. */
export type Standing = { assignment: Record<string, number> | null; bound: number; proven: boolean };

/** v1: greedy, improvement, exact model. */
export async function searchPlan(
  instance: PlanInstance,
  seconds: number,
  tell: (standing: Standing) => void,
): Promise<Standing | "infeasible"> {
  const began = performance.now();
  const space = layOutSpace(instance);
  if (space.stuck >= 0) return "infeasible";
  const merit = riskPerEffort(space);
  const seed = greedyPlan(space, merit);
  let best: Plan | null = seed && improvePlan(space, seed, merit, 3_000);
  let bound = easyUpperBound(space);
  const say = (proven = false): Standing => ({ assignment: best && toAssignment(space, best), bound, proven });
  tell(say());
  const left = () => seconds - (performance.now() - began) / 1_000;
  const model = buildModel(space);
  const take = (values: Float64Array) => {
    const plan = planOf(space, values);
    if (checkFeasible(instance, toAssignment(space, plan)).length > 0) return;
    if (best && worthOfPlan(space, plan) <= worthOfPlan(space, best)) return;
    best = plan;
    tell(say());
  };
  const outcome = await runHighs(model, {
    seconds: left(),
    ...(best && { start: valuesOf(space, best) }),
    onSolution: take,
  });
  if (outcome.status === "infeasible") return "infeasible";
  if (outcome.values) take(outcome.values);
  if (outcome.bound !== null) bound = Math.min(bound, outcome.bound);
  return say(outcome.status === "optimal");
}

function planOf({ ids, quarters }: SearchSpace, values: Float64Array): Plan {
  return Int16Array.from(ids, (_, i) => {
    const q = values.subarray(i * quarters, (i + 1) * quarters).findIndex((value) => value > 0.5);
    return q < 0 ? quarters : q;
  });
}

function valuesOf({ quarters }: SearchSpace, plan: Plan): Float64Array {
  const values = new Float64Array(plan.length * quarters);
  for (const [i, q] of plan.entries()) if (q < quarters) values[i * quarters + q] = 1;
  return values;
}

/** Seconds for one question of "can these wishes be kept together". */
const CLASH_SECONDS = 5;

/** The smallest set of wishes that clash, in words. */
export function explainClash(instance: PlanInstance): Promise<string[]> {
  return findClash(instance, async (part) => {
    const space = layOutSpace(part);
    if (space.stuck >= 0) return false;
    if (greedyPlan(space, riskPerEffort(space))) return true;
    const { status } = await runHighs(buildModel(space, 0), { seconds: CLASH_SECONDS });
    return status !== "infeasible";
  });
}
