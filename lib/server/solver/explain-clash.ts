import { buildModel, type MilpModel } from "#lib/planning/build-model.ts";
import { findClash } from "#lib/planning/find-clash.ts";
import { greedyPlan, riskPerEffort } from "#lib/planning/greedy.ts";
import type { PlanInstance } from "#lib/planning/instance.ts";
import { layOutSpace } from "#lib/planning/search-space.ts";
import { runHighs } from "./run-highs.ts";

/** Seconds for one question of "can these wishes be kept together". */
const SECONDS = 5;

const withoutCost = (model: MilpModel): MilpModel => ({ ...model, cost: new Float64Array(model.columns) });

/** The smallest set of wishes that clash, in words, of an instance that has no plan. */
export function explainClash(instance: PlanInstance): Promise<string[]> {
  return findClash(instance, async (part) => {
    const space = layOutSpace(part);
    if (space.stuck >= 0) return false;
    if (greedyPlan(space, riskPerEffort(space))) return true;
    const { status } = await runHighs(withoutCost(buildModel(space)), { seconds: SECONDS });
    return status !== "infeasible";
  });
}
