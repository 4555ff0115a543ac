import type { PricedBound } from "./prices.ts";
import { type Plan, type SearchSpace, worthOfPlan } from "./search-space.ts";
import { hasRoom, place, remove, startWorkload, type Workload } from "./workload.ts";

type Search = {
  load: Workload;
  regret: Float64Array;
  /** What the bound may still lose before it falls below the best. */
  best: number;
  plan: Plan | null;
  dust: number;
  nodes: number;
};

/**
 * The plan, exactly, by looking at everything that could be it: initiatives in the order of the tie-break, quarters from
 * the first, branches cut by the priced bound. The first that reaches the best sum is the one that the tie-break asks for.
 * Meant for small instances: gives up (null) after so many nodes. `plan` null: there is none.
 */
export function enumeratePlans(
  space: SearchSpace,
  { bound, regret }: PricedBound,
  reached: number,
  maxNodes: number,
): { plan: Plan | null } | null {
  const { dust } = space;
  const search: Search = {
    load: startWorkload(space),
    regret,
    best: reached - 2 * dust,
    plan: null,
    dust,
    nodes: maxNodes,
  };
  if (space.stuck >= 0) return { plan: null };
  visit(search, 0, bound);
  return search.nodes < 0 ? null : { plan: search.plan };
}

function visit(search: Search, i: number, bound: number): void {
  const { load, regret, dust } = search;
  const { quarters, ids } = load.space;
  if (search.nodes-- < 0) return;
  if (i === ids.length) {
    const sum = worthOfPlan(load.space, load.plan);
    if (sum > search.best + dust) {
      search.best = sum;
      search.plan = load.plan.slice();
    }
    return;
  }
  for (let q = 0; q <= quarters; q++) {
    const loss = regret[i * (quarters + 1) + q] ?? Number.POSITIVE_INFINITY;
    // Equal to the best is too late: an earlier branch has it, and earlier is what the tie-break wants.
    if (bound - loss <= search.best + dust || !obeysPrerequisites(load, i, q)) continue;
    if (q === quarters) visit(search, i + 1, bound - loss);
    else if (hasRoom(load, i, q)) {
      place(load, i, q);
      visit(search, i + 1, bound - loss);
      remove(load, i);
    }
  }
}

/** Of prerequisites and followers, those that were decided before (smaller index) count; a left one stands at the end. */
function obeysPrerequisites({ space, plan }: Workload, i: number, q: number): boolean {
  const { quarters, before, following } = space;
  for (const b of before[i] ?? []) {
    if (b < i && q < quarters && (plan[b] ?? quarters) > q) return false;
  }
  for (const f of following[i] ?? []) {
    if (f < i && (plan[f] ?? quarters) < quarters && q > (plan[f] ?? quarters)) return false;
  }
  return true;
}
