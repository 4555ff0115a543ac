import { anneal } from "#lib/planning/anneal.ts";
import { buildModel, type MilpModel, planOf, pointOf, pricesOf } from "#lib/planning/build-model.ts";
import { dustOf, enumeratePlans } from "#lib/planning/enumerate-plans.ts";
import { greedyPlan, riskPerEffort } from "#lib/planning/greedy.ts";
import type { PlanInstance } from "#lib/planning/instance.ts";
import { boundByPrices, findPrices, type PricedBound, type Prices } from "#lib/planning/prices.ts";
import { roundRelaxation } from "#lib/planning/round-relaxation.ts";
import { layOutSpace } from "#lib/planning/search-space.ts";
import { Incumbent, type Standing } from "./incumbent.ts";
import type { runHighs } from "./run-highs.ts";

/** Up to here everything is looked at one by one, if that ends soon. */
const SMALL = 26;
const SMALL_NODES = 2_000_000;
const PRICE_ROUNDS = 250;
/** Steps of one annealing run for each initiative, how many runs, and the share of the time that they may take. */
const STEPS_EACH = 20_000;
const RUNS = 6;
const ANNEALING_SHARE = 0.35;

export type SearchTools = { run: typeof runHighs; tell: (standing: Standing) => void };

/**
 * Looks for the best plan until it is proven or the seconds are over, and tells every better plan and bound on the way:
 * greedy first, then everything one by one where that is little, else the relaxation's prices, annealing, and the exact
 * model from the best of these. A failing HiGHS costs proof and quality, never the plan.
 */
export async function searchPlan(
  instance: PlanInstance,
  seconds: number,
  { run, tell }: SearchTools,
): Promise<Standing | "infeasible"> {
  const space = layOutSpace(instance);
  if (space.stuck >= 0) return "infeasible";
  const best = new Incumbent(space, seconds, tell);
  const merit = riskPerEffort(space);
  best.take(greedyPlan(space, merit));
  if (enumerate(best, findPrices(space, best.worth, PRICE_ROUNDS))) return best.plan ? best.standing() : "infeasible";
  try {
    const model = buildModel(space);
    const relaxed = await run(model, { seconds: best.secondsLeft(), whole: false });
    if (relaxed.status === "infeasible") return "infeasible";
    const prices = relaxed.duals ? pricesOf(model, relaxed.duals) : findPrices(space, best.worth, PRICE_ROUNDS);
    best.lowerBound(boundByPrices(space, prices).bound);
    const priced = meritByPrices(best, prices);
    best.take(greedyPlan(space, priced));
    if (relaxed.point) best.take(roundRelaxation(space, relaxed.point, priced));
    annealFor(best, prices, priced);
    const outcome = await solveExactly(best, model, prices, run);
    if (outcome === "infeasible") return "infeasible";
  } catch {
    // HiGHS died (out of memory, a broken table): what was found before stands, with the bound of the prices.
    best.lowerBound(boundByPrices(space, findPrices(space, best.worth, PRICE_ROUNDS)).bound);
  }
  return best.standing();
}

/** True when everything was looked at: what stands is the plan (or there is none). */
function enumerate(best: Incumbent, prices: Prices): boolean {
  const { space } = best;
  const priced = boundByPrices(space, prices);
  best.lowerBound(priced.bound);
  if (space.ids.length > SMALL) return false;
  const found = enumeratePlans(space, priced, best.worth, SMALL_NODES);
  if (!found) return false;
  if (found.plan) best.prove(found.plan);
  return true;
}

/** Risk for what the effort costs at the mean prices of its skills: a full skill's days are dear, an idle one's are cheap. */
function meritByPrices({ space }: Incumbent, { capacity }: Prices): Float64Array {
  const { ids, skills, quarters, risk, effort } = space;
  const mean = skills.map((_, s) => {
    let sum = 0;
    for (let q = 0; q < quarters; q++) sum += capacity[q * skills.length + s] ?? 0;
    return sum / quarters;
  });
  const floor = mean.reduce((sum, price) => sum + price, 0) * 0.02 + 1e-12;
  return Float64Array.from(ids, (_, i) => {
    const cost = mean.reduce((sum, price, s) => sum + Math.max(price, floor) * (effort[i * skills.length + s] ?? 0), 0);
    return (risk[i] ?? 0) / Math.max(cost, 1e-12);
  });
}

function annealFor(best: Incumbent, prices: Prices, merit: Float64Array): void {
  const { space } = best;
  const until = best.secondsLeft() * (1 - ANNEALING_SHARE);
  for (let seed = 1; seed <= RUNS && best.plan && best.secondsLeft() > until; seed++) {
    best.take(anneal(space, best.plan, prices, merit, STEPS_EACH * space.ids.length, seed));
  }
}

async function solveExactly(best: Incumbent, model: MilpModel, prices: Prices, run: typeof runHighs) {
  const { space } = best;
  const priced = boundByPrices(space, prices);
  if (best.isClosed()) return best.proveNow();
  const outcome = await run(best.plan ? withoutHopeless(best, model, priced) : model, {
    seconds: best.secondsLeft(),
    ...(best.plan && { start: pointOf(space, best.plan) }),
    settings: { mip_heuristic_effort: 0.02, mip_allow_restart: false },
    onPoint: (point) => best.take(planOf(space, point)),
    onBound: (bound) => best.lowerBound(bound),
  });
  if (outcome.status === "infeasible") return best.plan ? undefined : "infeasible";
  if (outcome.point) best.take(planOf(space, outcome.point));
  if (outcome.bound !== null) best.lowerBound(outcome.bound);
  if (outcome.status === "optimal" && best.isClosed()) best.proveNow();
}

/** The model without the columns that no plan as good as the best one can use; what all of those do becomes a must. */
function withoutHopeless(best: Incumbent, model: MilpModel, { bound, regret }: PricedBound): MilpModel {
  const { ids, quarters } = best.space;
  const least = best.worth - dustOf(best.worth);
  const upper = model.upper.slice();
  const rowLower = model.rowLower.slice();
  for (let i = 0; i < ids.length; i++) {
    const row = i * (quarters + 1);
    for (let q = 0; q < quarters; q++) if (bound - (regret[row + q] ?? 0) < least) upper[i * quarters + q] = 0;
  }
  return { ...model, upper, rowLower };
}
