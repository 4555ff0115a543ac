import { type Prices, pairsOf, pricedGains } from "./prices.ts";
import type { Plan, SearchSpace } from "./search-space.ts";

/**
 * The other way to price a year: capacities are kept, and what is paid for is that an initiative is done once (`once`,
 * risk-quarters for each) and after its prerequisites (as in Prices). Each quarter then takes its best set of initiatives by
 * itself. Where a quarter holds but a handful, the bound is far tighter than the one by prices of capacity.
 */
export type OncePrices = { once: Float64Array; prerequisite: Float64Array };

/** A set of initiatives that fits into a quarter: bits by index, and by how much it is worse than the quarter's best. */
export type QuarterSet = { bits: number; loss: number };

export type SetsBound = {
  /** No plan is worth more. */
  bound: number;
  /** For each quarter, all sets whose loss alone does not bring the bound below `reached`, least loss first. */
  sets: QuarterSet[][];
};

/** Bits of a number hold the sets. */
export const MOST_INITIATIVES = 31;

/** A quarter as the search for its best sets wants it: initiatives by gain, best first. */
type Quarter = {
  space: SearchSpace;
  q: number;
  order: Int16Array;
  gain: Float64Array;
  ahead: Float64Array;
  room: Float64Array;
  steps: number;
};

/**
 * Good prices by the subgradient method, begun from prices of capacity. Null when a quarter's sets are too many to be
 * searched in so many steps.
 */
export function findOncePrices(
  space: SearchSpace,
  { prices, reached, rounds, maxSteps }: { prices: Prices; reached: number; rounds: number; maxSteps: number },
): OncePrices | null {
  const { ids, quarters, must } = space;
  const pairs = pairsOf(space);
  let now: OncePrices = { once: onceOf(space, prices), prerequisite: prices.prerequisite.slice() };
  let best = { prices: now, bound: Number.POSITIVE_INFINITY };
  let pace = 1.2;
  let stale = 0;
  for (let round = 0; round < rounds; round++) {
    const found = bestSets(space, now, maxSteps);
    if (!found) return null;
    if (found.bound < best.bound - 1e-9) {
      best = { prices: now, bound: found.bound };
      stale = 0;
    } else if (++stale === 8) {
      pace *= 0.6;
      stale = 0;
      now = best.prices;
    }
    const once = Float64Array.from(ids, (_, i) => 1 - (found.counts[i] ?? 0));
    const slack = new Float64Array(pairs.length * quarters);
    for (const [pair, { item, before }] of pairs.entries()) {
      let open = 0;
      for (let q = 0; q < quarters; q++) {
        const bits = found.bits[q] ?? 0;
        open += ((bits >>> before) & 1) - ((bits >>> item) & 1);
        slack[pair * quarters + q] = open;
      }
    }
    const norm = [...once, ...slack].reduce((sum, value) => sum + value * value, 0);
    if (norm === 0 || found.bound <= reached) break;
    const step = (pace * Math.max(found.bound - reached, found.bound * 1e-5)) / norm;
    now = {
      once: now.once.map((price, i) =>
        must[i] === 1 ? price - step * (once[i] ?? 0) : Math.max(0, price - step * (once[i] ?? 0)),
      ),
      prerequisite: now.prerequisite.map((price, k) => Math.max(0, price - step * (slack[k] ?? 0))),
    };
  }
  return best.prices;
}

/** The bound at these prices with every set that could be part of a plan worth `reached` or more; null: more than `maxSets`. */
export function boundBySets(
  space: SearchSpace,
  prices: OncePrices,
  reached: number,
  maxSets: number,
): SetsBound | null {
  const { quarters } = space;
  const found = bestSets(space, prices, Number.POSITIVE_INFINITY);
  if (!found) return null;
  const bound = found.bound + Math.abs(found.bound) * 1e-12;
  const may = bound - reached + 2 * space.dust;
  const sets: QuarterSet[][] = [];
  for (let q = 0; q < quarters; q++) {
    const best = found.values[q] ?? 0;
    const list: QuarterSet[] = [];
    const quarter = quarterOf(space, prices, q);
    if (!collect(quarter, 0, 0, 0, best, best - may, list, maxSets)) return null;
    sets.push(list.sort((a, b) => a.loss - b.loss || a.bits - b.bits));
  }
  return { bound, sets };
}

/** What an initiative is worth at most at prices of capacity. */
function onceOf(space: SearchSpace, prices: Prices): Float64Array {
  const { ids, quarters, allowed, must } = space;
  const gain = pricedGains(space, prices);
  return Float64Array.from(ids, (_, i) => {
    let best = must[i] === 1 ? Number.NEGATIVE_INFINITY : 0;
    for (let q = 0; q < quarters; q++)
      if (allowed[i * quarters + q] === 1) best = Math.max(best, gain[i * quarters + q] ?? 0);
    return best;
  });
}

function bestSets(space: SearchSpace, prices: OncePrices, maxSteps: number) {
  const { ids, quarters } = space;
  const counts = new Int16Array(ids.length);
  const bits: number[] = [];
  const values: number[] = [];
  let bound = prices.once.reduce((sum, price) => sum + price, 0);
  for (let q = 0; q < quarters; q++) {
    const quarter = quarterOf(space, prices, q);
    quarter.steps = maxSteps;
    const best = { value: 0, bits: 0 };
    climb(quarter, 0, 0, 0, best);
    if (quarter.steps < 0) return null;
    bound += best.value;
    bits.push(best.bits);
    values.push(best.value);
    for (let i = 0; i < ids.length; i++) counts[i] = (counts[i] ?? 0) + ((best.bits >>> i) & 1);
  }
  return { bound, counts, bits, values };
}

function quarterOf(space: SearchSpace, prices: OncePrices, q: number): Quarter {
  const { ids, quarters, skills, allowed, capacity } = space;
  const free = new Float64Array(quarters * skills.length);
  const gains = pricedGains(space, { capacity: free, prerequisite: prices.prerequisite });
  const own = Float64Array.from(ids, (_, i) => (gains[i * quarters + q] ?? 0) - (prices.once[i] ?? 0));
  const order = Int16Array.from(ids.flatMap((_, i) => (allowed[i * quarters + q] === 1 ? [i] : [])));
  order.sort((a, b) => (own[b] ?? 0) - (own[a] ?? 0) || a - b);
  const gain = Float64Array.from(order, (i) => own[i] ?? 0);
  const ahead = new Float64Array(order.length + 1);
  for (let at = order.length - 1; at >= 0; at--) ahead[at] = (ahead[at + 1] ?? 0) + Math.max(0, gain[at] ?? 0);
  const room = capacity.slice(q * skills.length, (q + 1) * skills.length);
  return { space, q, order, gain, ahead, room, steps: 0 };
}

/** The best set: those that gain, most first, with and without; cut by what all that follow could add. */
function climb(quarter: Quarter, at: number, value: number, bits: number, best: { value: number; bits: number }): void {
  const { order, gain, ahead } = quarter;
  if (value > best.value) {
    best.value = value;
    best.bits = bits;
  }
  for (let next = at; next < order.length; next++) {
    if ((gain[next] ?? 0) <= 0 || value + (ahead[next] ?? 0) <= best.value) return;
    if (quarter.steps-- < 0) return;
    const i = order[next] ?? 0;
    if (!take(quarter, i)) continue;
    climb(quarter, next + 1, value + (gain[next] ?? 0), bits | (1 << i), best);
    give(quarter, i);
  }
}

/** Every set of at least this value. False: too many. */
function collect(
  quarter: Quarter,
  at: number,
  value: number,
  bits: number,
  best: number,
  least: number,
  list: QuarterSet[],
  most: number,
): boolean {
  const { order, gain, ahead } = quarter;
  if (value >= least) {
    if (list.length >= most) return false;
    list.push({ bits: bits >>> 0, loss: best - value });
  }
  for (let next = at; next < order.length; next++) {
    const own = gain[next] ?? 0;
    // What follows gains less: where it only costs, nothing after it comes back over the line.
    if (value + (own > 0 ? (ahead[next] ?? 0) : own) < least) return true;
    const i = order[next] ?? 0;
    if (!take(quarter, i)) continue;
    const whole = collect(quarter, next + 1, value + own, bits | (1 << i), best, least, list, most);
    give(quarter, i);
    if (!whole) return false;
  }
  return true;
}

function take({ space, room }: Quarter, i: number): boolean {
  const { skills, effort } = space;
  const count = skills.length;
  for (let s = 0; s < count; s++) if ((effort[i * count + s] ?? 0) > (room[s] ?? 0)) return false;
  for (let s = 0; s < count; s++) room[s] = (room[s] ?? 0) - (effort[i * count + s] ?? 0);
  return true;
}

function give({ space, room }: Quarter, i: number): void {
  const count = space.skills.length;
  for (let s = 0; s < count; s++) room[s] = (room[s] ?? 0) + (space.effort[i * count + s] ?? 0);
}

/** Sets, one a quarter, as a plan. */
export function planOfSets({ ids, quarters }: SearchSpace, chosen: readonly number[]): Plan {
  const plan: Plan = new Int16Array(ids.length).fill(quarters);
  for (const [q, bits] of chosen.entries()) for (let i = 0; i < ids.length; i++) if ((bits >>> i) & 1) plan[i] = q;
  return plan;
}
