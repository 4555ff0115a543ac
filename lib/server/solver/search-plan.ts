import { anneal } from "#lib/planning/anneal.ts";
import { buildModel, type MilpModel, planOf, pointOf, pricesOf } from "#lib/planning/build-model.ts";
import { carryPlaces } from "#lib/planning/carry-places.ts";
import { enumeratePlans } from "#lib/planning/enumerate-plans.ts";
import { greedyPlan, riskPerEffort } from "#lib/planning/greedy.ts";
import type { PlanInstance } from "#lib/planning/instance.ts";
import { joinSets } from "#lib/planning/join-sets.ts";
import { narrowModel } from "#lib/planning/narrow-model.ts";
import type { Assignment } from "#lib/planning/objective.ts";
import { pricedMerit } from "#lib/planning/priced-merit.ts";
import { boundByPrices, findPrices, type Prices } from "#lib/planning/prices.ts";
import { boundBySets, findOncePrices, MOST_INITIATIVES } from "#lib/planning/quarter-sets.ts";
import { roundRelaxation } from "#lib/planning/round-relaxation.ts";
import { layOutSpace } from "#lib/planning/search-space.ts";
import { breakTies } from "./break-ties.ts";
import { Incumbent, type Standing } from "./incumbent.ts";
import type { runHighs } from "./run-highs.ts";

/**
 * Up to so many initiatives the sets that fit into each quarter are looked at one by one, as long as it takes no more steps
 * than these; where not even greedy finds a plan, the plans themselves.
 */
const SMALL = { initiatives: MOST_INITIATIVES, steps: 20_000_000, nodes: 2_000_000 };
/** Of the search by sets: rounds to find prices, steps for one quarter's best set, sets of a quarter. */
const SETS = { rounds: 300, maxSteps: 200_000, maxSets: 100_000 };
/** Short annealing before the search by sets: the better the plan at hand, the fewer sets are left. */
const WARM = { runs: 3, stepsEach: 5_000 };
const PRICE_ROUNDS = 250;
/** Steps of one annealing run for each initiative, how many runs, and the share of the time that they may take. */
const STEPS_EACH = 20_000;
const RUNS = 12;
const ANNEALING_SHARE = 0.35;

/** `run` is runHighs; tests put a failing one in its place, or leave the ways for small years out. */
export type SearchTools = {
  run: typeof runHighs;
  tell: (standing: Standing) => void;
  small?: typeof SMALL;
  /** What stood where before: the search is never worse than that. */
  places?: Assignment;
};

/**
 * Looks for the best plan until it is proven or the seconds are over, and tells every better plan and bound on the way:
 * greedy first, then every quarter's sets where those are few, else the relaxation's prices, annealing, and the exact
 * model from the best of these. A failing HiGHS costs proof and quality, never the plan.
 */
export async function searchPlan(
  instance: PlanInstance,
  seconds: number,
  { run, tell, small = SMALL, places }: SearchTools,
): Promise<Standing | "infeasible"> {
  const space = layOutSpace(instance);
  if (space.stuck >= 0) return "infeasible";
  const best = new Incumbent(space, seconds, tell);
  best.take(greedyPlan(space, riskPerEffort(space)));
  if (places) best.take(carryPlaces(space, places, riskPerEffort(space)));
  const prices = findPrices(space, best.worth, PRICE_ROUNDS);
  if (lookAtAll(best, prices, small)) return best.plan ? best.standing() : "infeasible";
  let hasPlan: boolean | null = null;
  try {
    hasPlan = await searchWithHighs(best, run, small.nodes);
  } catch {
    // HiGHS died (out of memory, a broken table). What was found before stands; annealing needs no HiGHS.
    annealFor(best, prices);
  }
  return hasPlan === false && !best.plan ? "infeasible" : best.standing();
}

/** True when everything was looked at: what stands is the plan (or there is none). */
function lookAtAll(best: Incumbent, prices: Prices, small: typeof SMALL): boolean {
  const { space } = best;
  const priced = boundByPrices(space, prices);
  best.lowerBound(priced.bound);
  if (space.ids.length > small.initiatives) return false;
  if (best.plan) return lookAtSets(best, prices, small.steps);
  const found = enumeratePlans(space, priced, best.worth, small.nodes);
  if (found?.plan) best.prove(found.plan);
  return found !== null;
}

function lookAtSets(best: Incumbent, prices: Prices, maxSteps: number): boolean {
  const { space } = best;
  const merit = pricedMerit(space, prices);
  for (let seed = 1; seed <= WARM.runs && best.plan; seed++)
    best.take(anneal(space, best.plan, prices, merit, WARM.stepsEach * space.ids.length, seed));
  const once = findOncePrices(space, { prices, reached: best.worth, ...SETS });
  const bounded = once && boundBySets(space, once, best.worth, SETS.maxSets);
  if (!bounded) return false;
  best.lowerBound(bounded.bound);
  const { plan, isWhole } = joinSets(space, bounded, best.worth, maxSteps);
  if (isWhole && plan) best.prove(plan);
  else best.take(plan);
  return isWhole && plan !== null;
}

/** False when there is no plan at all. */
async function searchWithHighs(best: Incumbent, run: typeof runHighs, nodes: number): Promise<boolean> {
  const { space } = best;
  const model = buildModel(space);
  const relaxed = await run(model, { seconds: best.secondsLeft(), whole: false });
  if (relaxed.status === "infeasible") return false;
  const prices = relaxed.duals ? pricesOf(model, relaxed.duals) : findPrices(space, best.worth, PRICE_ROUNDS);
  const merit = pricedMerit(space, prices);
  best.lowerBound(boundByPrices(space, prices).bound);
  best.take(greedyPlan(space, merit));
  if (relaxed.point) best.take(roundRelaxation(space, relaxed.point, merit));
  annealFor(best, prices);
  if (best.isClosed()) best.proveNow();
  else if (!(await solveExactly(best, model, prices, run))) return false;
  if (!best.proven) return true;
  const priced = boundByPrices(space, prices);
  await breakTies(best, narrowModel(space, model, priced, best.worth), priced, { run, nodes });
  return true;
}

function annealFor(best: Incumbent, prices: Prices): void {
  const { space } = best;
  const merit = pricedMerit(space, prices);
  const until = best.secondsLeft() * (1 - ANNEALING_SHARE);
  for (let seed = 1; seed <= RUNS && best.plan && best.secondsLeft() > until; seed++) {
    best.take(anneal(space, best.plan, prices, merit, STEPS_EACH * space.ids.length, seed));
  }
}

/** The exact model, from the best plan so far and without what cannot be in a better one. False: there is no plan at all. */
async function solveExactly(best: Incumbent, model: MilpModel, prices: Prices, run: typeof runHighs): Promise<boolean> {
  const { space, plan } = best;
  const narrowed = plan ? narrowModel(space, model, boundByPrices(space, prices), best.worth) : model;
  const outcome = await run(narrowed, {
    seconds: best.secondsLeft(),
    ...(plan && { start: pointOf(space, plan) }),
    settings: { mip_heuristic_effort: 0.02, mip_allow_restart: false },
    onPoint: (point) => best.take(planOf(space, point)),
    onBound: (bound) => best.lowerBound(bound),
  });
  if (outcome.status === "infeasible") return plan !== null;
  if (outcome.point) best.take(planOf(space, outcome.point));
  if (outcome.bound !== null) best.lowerBound(outcome.bound);
  if (outcome.status === "optimal" && best.isClosed()) best.proveNow();
  return true;
}
