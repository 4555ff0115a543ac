import { anneal } from "./anneal.ts";
import { carryPlaces, wantedQuarters } from "./carry-places.ts";
import { checkFeasible } from "./check-feasible.ts";
import { riskPerEffort } from "./greedy.ts";
import type { Assignment } from "./objective.ts";
import { findPrices } from "./prices.ts";
import { type Plan, type SearchSpace, toAssignment, worthOfPlan } from "./search-space.ts";
import { hasRoom, neededBy, place, readyFrom, remove, startWorkload, type Workload } from "./workload.ts";

/** Share of the risk-quarters that leaving things where they stand may cost. */
export const KEEPING_COSTS = 0.01;

/** What staying is worth in the search, as shares of the mean risk: the more, the less moves. */
const LURES = [0.1, 0.25, 0.5, 1, 2, 4, 8];
const STEPS_EACH = 6_000;
const MOST_STEPS = 600_000;
const PRICE_ROUNDS = 100;

/** What stood where. `inFlight`: what is being worked on, and stands in the first quarter whatever it costs. */
export type Standing = { places: Assignment; inFlight: ReadonlySet<string> };

type Search = { space: SearchSpace; wanted: Int16Array; started: readonly number[]; least: number };

/**
 * The plan that moves as little as it can: of feasible plans within KEEPING_COSTS of the best (that starts with what is in
 * flight), the one in which the fewest stand in another quarter than before; among those the one that is worth most. What had no
 * quarter before does not count as moved. A search, not a proof: never more moves than `solved`, and none where nothing
 * has changed.
 */
export function keepPlaces(space: SearchSpace, solved: Plan, { places, inFlight }: Standing): Plan {
  const started = space.ids.flatMap((id, i) => (inFlight.has(id) ? [i] : []));
  const wanted = wantedQuarters(space, places);
  for (const i of started) wanted[i] = 0;
  const merit = riskPerEffort(space);
  const prices = findPrices(space, worthOfPlan(space, solved), PRICE_ROUNDS);
  const steps = Math.min(MOST_STEPS, STEPS_EACH * space.ids.length);
  const walk = (lure: number, start: Plan) =>
    anneal(lured(space, wanted, started, lure), start, prices, merit, steps, 1);
  const carried = carryPlaces(space, toAssignment(space, wanted), merit, new Set(started));
  const starts = [carried, solved].filter((plan) => isFeasible(space, plan));
  const search: Search = { space, wanted, started, least: 0 };
  if (started.length > 0)
    starts.push(...starts.map((start) => walk(0, start)).filter((plan) => isFeasible(space, plan)));
  const fewestLate = Math.min(...starts.map((plan) => movedOf(search, plan, started)));
  const onTime = starts.filter((plan) => movedOf(search, plan, started) === fewestLate);
  search.least = (1 - KEEPING_COSTS) * Math.max(...onTime.map((plan) => worthOfPlan(space, plan)));
  const mean = space.risk.reduce((sum, risk) => sum + risk, 0) / Math.max(1, space.ids.length);
  const found = onTime.flatMap((start) => [start, ...LURES.map((lure) => walk(lure * mean, start))]);
  const all = Array.from(space.ids.keys());
  return found
    .filter((plan) => isFeasible(space, plan) && movedOf(search, plan, started) === fewestLate)
    .filter((plan) => worthOfPlan(space, plan) >= search.least - space.dust)
    .map((plan) => moveBack(search, plan))
    .reduce((best, plan) => {
      const fewer = movedOf(search, best, all) - movedOf(search, plan, all);
      return fewer > 0 || (fewer === 0 && worthOfPlan(space, plan) > worthOfPlan(space, best)) ? plan : best;
    });
}

function isFeasible(space: SearchSpace, plan: Plan): boolean {
  return checkFeasible(space.instance, toAssignment(space, plan)).length === 0;
}

/** The same space, in which staying is worth more: by `lure` risk-quarters, and by more than everything for what is in flight. */
function lured(space: SearchSpace, wanted: Int16Array, started: readonly number[], lure: number): SearchSpace {
  const { quarters, risk } = space;
  const worth = space.worth.slice();
  const everything = risk.reduce((sum, each) => sum + each, 0) * quarters;
  const inFlight = new Set(started);
  for (const [i, q] of wanted.entries()) {
    if (q < quarters) worth[i * quarters + q] = (worth[i * quarters + q] ?? 0) + (inFlight.has(i) ? everything : lure);
  }
  return { ...space, worth };
}

function movedOf({ space, wanted }: Search, plan: Plan, among: readonly number[]): number {
  return among.filter((i) => (wanted[i] ?? 0) < space.quarters && plan[i] !== wanted[i]).length;
}

/** Moves back what costs little, alone or in exchange with another that has moved, the cheapest first. */
function moveBack(search: Search, plan: Plan): Plan {
  const { space, wanted } = search;
  const load = startWorkload(space, plan);
  const loss = (i: number) => worthIn(space, i, load.plan[i] ?? 0) - worthIn(space, i, wanted[i] ?? 0);
  for (let changed = true; changed; ) {
    changed = false;
    const moved = Array.from(space.ids.keys())
      .filter((i) => (wanted[i] ?? 0) < space.quarters && load.plan[i] !== wanted[i])
      .toSorted((a, b) => loss(a) - loss(b) || a - b);
    for (const i of moved) {
      if (back(search, load, i) || moved.some((j) => j !== i && change(search, load, i, j))) {
        changed = true;
        break;
      }
    }
  }
  return load.plan;
}

function worthIn({ worth, quarters }: SearchSpace, i: number, q: number): number {
  return q === quarters ? 0 : (worth[i * quarters + q] ?? 0);
}

function back(search: Search, load: Workload, i: number): boolean {
  return tryIt(search, load, [[i, search.wanted[i] ?? 0]]);
}

/** i goes back to its place, j to where i was. */
function change(search: Search, load: Workload, i: number, j: number): boolean {
  const to = search.wanted[i] ?? 0;
  return (
    load.plan[j] === to &&
    tryIt(search, load, [
      [i, to],
      [j, load.plan[i] ?? 0],
    ])
  );
}

/** Takes all out, puts each where it is to go; undoes it when something does not hold or it costs too much. */
function tryIt({ space, least }: Search, load: Workload, moves: readonly (readonly [number, number])[]): boolean {
  const before = moves.map(([i]) => [i, load.plan[i] ?? 0] as const);
  for (const [i] of moves) remove(load, i);
  const holds = moves.every(([i, q]) => {
    if (q === space.quarters) return space.must[i] !== 1 && neededBy(load, i) === space.quarters;
    const fits = mayStand(load, i, q);
    if (fits) place(load, i, q);
    return fits;
  });
  if (holds && worthOfPlan(space, load.plan) >= least - space.dust) return true;
  for (const [i] of moves) remove(load, i);
  for (const [i, q] of before) if (q < space.quarters) place(load, i, q);
  return false;
}

function mayStand(load: Workload, i: number, q: number): boolean {
  const { allowed, quarters } = load.space;
  return allowed[i * quarters + q] === 1 && readyFrom(load, i) <= q && neededBy(load, i) >= q && hasRoom(load, i, q);
}
