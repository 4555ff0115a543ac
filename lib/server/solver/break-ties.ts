import { type MilpModel, planOf, pointOf } from "#lib/planning/build-model.ts";
import { enumeratePlans } from "#lib/planning/enumerate-plans.ts";
import type { PricedBound } from "#lib/planning/prices.ts";
import { type Plan, worthOfPlan } from "#lib/planning/search-space.ts";
import type { Incumbent } from "./incumbent.ts";
import type { runHighs } from "./run-highs.ts";

/** Initiatives whose order is decided in one go: (quarters + 1) to this power must stay a small whole number. */
const GROUP = 6;
/** Branches that HiGHS may open for one group: ties are worth seconds, not minutes, and a count is the same everywhere. */
const BRANCHES = 1;

/**
 * Among all plans of the proven sum, the one that the tie-break asks for: initiative by initiative in its order (a group at
 * a time), each in the earliest quarter that some plan of that sum has. Stops where that turns out to be hard
 * (a year of many initiatives has many plans of the same sum); the sum stays.
 */
export async function breakTies(
  best: Incumbent,
  model: MilpModel,
  priced: PricedBound,
  { run, nodes }: { run: typeof runHighs; nodes: number },
): Promise<void> {
  const found = enumeratePlans(best.space, priced, best.worth, nodes);
  if (found?.plan) return best.prove(found.plan);
  const { ids, quarters } = best.space;
  const upper = model.upper.slice();
  const kept = keepingWorth(best, { ...model, upper });
  for (let from = 0; from < ids.length && best.plan && best.secondsLeft() > 0; from += GROUP) {
    const group = ids.slice(from, from + GROUP).map((_, at) => from + at);
    if (!group.every((i) => isEarliest(best, i, upper))) {
      const start = pointOf(best.space, best.plan);
      const cost = costsOf(group, quarters, model.columns);
      const { status, point } = await run(
        { ...kept, upper, cost, scale: 1 },
        {
          seconds: best.secondsLeft(),
          start,
          settings: { mip_max_nodes: BRANCHES, mip_allow_restart: false },
        },
      );
      const plan = point && planOf(best.space, point);
      if (status !== "optimal" || !plan || worthOfPlan(best.space, plan) < best.worth - best.space.dust) return;
      best.prove(plan);
    }
    for (const i of group) hold(best.plan, i, quarters, upper);
  }
}

/** The model with one more row: worth at least what is proven. */
function keepingWorth({ worth, space }: Incumbent, model: MilpModel): MilpModel {
  const scale = space.step > 0 ? 1 / space.step : 1;
  const columns = Array.from(space.worth.keys()).filter((column) => (space.worth[column] ?? 0) > 0);
  return {
    ...model,
    rowLower: [...model.rowLower, (worth - space.dust) * scale],
    rowUpper: [...model.rowUpper, Number.POSITIVE_INFINITY],
    indices: [...model.indices, ...columns],
    values: [...model.values, ...columns.map((column) => (space.worth[column] ?? 0) * scale)],
    starts: [...model.starts, model.indices.length + columns.length],
  };
}

/** Earlier is better, and for the first of the group more than for all after it together. */
function costsOf(group: readonly number[], quarters: number, columns: number): Float64Array {
  const cost = new Float64Array(columns);
  for (const [at, i] of group.entries()) {
    const weight = (quarters + 1) ** (group.length - 1 - at);
    for (let q = 0; q < quarters; q++) cost[i * quarters + q] = weight * (quarters - q);
  }
  return cost;
}

/** Whether an initiative is in the first quarter that is still open to it. */
function isEarliest({ plan, space }: Incumbent, i: number, upper: Float64Array): boolean {
  const first = upper.subarray(i * space.quarters, (i + 1) * space.quarters).indexOf(1);
  return (plan?.[i] ?? space.quarters) === (first < 0 ? space.quarters : first);
}

/** Closes every other quarter; a left one stays out. (That the held one is taken follows from the group's own result.) */
function hold(plan: Plan, i: number, quarters: number, upper: Float64Array): void {
  for (let q = 0; q < quarters; q++) if (plan[i] !== q) upper[i * quarters + q] = 0;
}
