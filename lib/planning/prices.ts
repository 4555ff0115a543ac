import type { SearchSpace } from "./search-space.ts";

/**
 * What a unit of each scarce thing is worth, in risk-quarters: of each skill in each quarter, and of having each
 * prerequisite done by the end of each quarter. Any prices of 0 and more give a valid bound; good ones come from the
 * linear relaxation (its duals) or from `findPrices`.
 */
export type Prices = {
  /** [quarter x skills + skill] */
  capacity: Float64Array;
  /** [pair x quarters + quarter], pairs in the order of `pairsOf`. */
  prerequisite: Float64Array;
};

export type PricedBound = {
  /** No plan is worth more. */
  bound: number;
  /**
   * [initiative x (quarters + 1) + quarter]: by how much the bound falls when the initiative is held in that quarter (the
   * last: left). Infinite where it may not be. Regrets of different initiatives add up.
   */
  regret: Float64Array;
};

/** Every prerequisite as a pair (initiative, what it comes after), in the order of the model's rows. */
export function pairsOf({ before }: SearchSpace): { item: number; before: number }[] {
  return before.flatMap((list, item) => list.map((b) => ({ item, before: b })));
}

/**
 * The Lagrangian bound: capacities and prerequisites are not kept but paid for at the given prices, so that every
 * initiative chooses its best quarter alone. Rounding of the sum is covered by a relative 1e-12.
 */
export function boundByPrices(space: SearchSpace, prices: Prices): PricedBound {
  const { ids, quarters, capacity, must, allowed } = space;
  const gain = pricedGains(space, prices);
  let bound = 0;
  for (let k = 0; k < capacity.length; k++) bound += (prices.capacity[k] ?? 0) * (capacity[k] ?? 0);
  const regret = new Float64Array(ids.length * (quarters + 1)).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < ids.length; i++) {
    let best = must[i] === 1 ? Number.NEGATIVE_INFINITY : 0;
    for (let q = 0; q < quarters; q++) {
      if (allowed[i * quarters + q] === 1) best = Math.max(best, gain[i * quarters + q] ?? 0);
    }
    if (best === Number.NEGATIVE_INFINITY) continue;
    bound += best;
    const row = i * (quarters + 1);
    for (let q = 0; q < quarters; q++) {
      if (allowed[i * quarters + q] === 1) regret[row + q] = best - (gain[i * quarters + q] ?? 0);
    }
    if (must[i] !== 1) regret[row + quarters] = best;
  }
  return { bound: bound + Math.abs(bound) * 1e-12, regret };
}

/** Worth of each initiative in each quarter after it has paid for its effort and prerequisites, and was paid as one. */
export function pricedGains(space: SearchSpace, prices: Prices): Float64Array {
  const { ids, quarters, skills, worth, effort } = space;
  const gain = worth.slice();
  for (let i = 0; i < ids.length; i++) {
    for (let q = 0; q < quarters; q++) {
      let cost = 0;
      for (let s = 0; s < skills.length; s++) {
        cost += (prices.capacity[q * skills.length + s] ?? 0) * (effort[i * skills.length + s] ?? 0);
      }
      gain[i * quarters + q] = (gain[i * quarters + q] ?? 0) - cost;
    }
  }
  for (const [pair, { item, before }] of pairsOf(space).entries()) {
    let toEnd = 0;
    for (let q = quarters - 1; q >= 0; q--) {
      toEnd += prices.prerequisite[pair * quarters + q] ?? 0;
      gain[item * quarters + q] = (gain[item * quarters + q] ?? 0) - toEnd;
      gain[before * quarters + q] = (gain[before * quarters + q] ?? 0) + toEnd;
    }
  }
  return gain;
}

/**
 * Prices without a solver: the subgradient method. Each round every initiative takes its best quarter at the present
 * prices; what is overbooked gets dearer, what is not cheaper. The best bound of all rounds counts.
 */
export function findPrices(space: SearchSpace, reached: number, rounds: number): Prices {
  const { quarters, skills, capacity } = space;
  const pairs = pairsOf(space);
  let prices: Prices = {
    capacity: new Float64Array(quarters * skills.length),
    prerequisite: new Float64Array(pairs.length * quarters),
  };
  let best = { prices, bound: Number.POSITIVE_INFINITY };
  let pace = 1;
  for (let round = 0; round < rounds; round++) {
    const { bound, regret } = boundByPrices(space, prices);
    if (bound < best.bound) best = { prices, bound };
    else if (round % 10 === 9) pace *= 0.7;
    const chosen = choicesOf(space, regret);
    const slack = { capacity: capacity.slice(), prerequisite: new Float64Array(pairs.length * quarters) };
    addSlack(space, pairs, chosen, slack);
    const norm = [...slack.capacity, ...slack.prerequisite].reduce((sum, value) => sum + value * value, 0);
    if (norm === 0) break;
    const step = (pace * Math.max(bound - reached, Math.abs(bound) * 1e-4)) / norm;
    const move = (from: Float64Array, by: Float64Array) =>
      from.map((price, k) => Math.max(0, price - step * (by[k] ?? 0)));
    prices = {
      capacity: move(prices.capacity, slack.capacity),
      prerequisite: move(prices.prerequisite, slack.prerequisite),
    };
  }
  return best.prices;
}

/** The quarter that each initiative regrets least (`quarters`: left). */
function choicesOf({ ids, quarters }: SearchSpace, regret: Float64Array): Int16Array {
  return Int16Array.from(ids, (_, i) => {
    const row = regret.subarray(i * (quarters + 1), (i + 1) * (quarters + 1));
    const best = row.indexOf(0);
    return best < 0 ? quarters : best;
  });
}

/** Takes what the choices use off the capacities; counts by quarter how far each prerequisite is ahead. */
function addSlack(space: SearchSpace, pairs: ReturnType<typeof pairsOf>, chosen: Int16Array, slack: Prices): void {
  const { quarters, skills, effort } = space;
  for (const [i, q] of chosen.entries()) {
    if (q === quarters) continue;
    for (let s = 0; s < skills.length; s++) {
      const k = q * skills.length + s;
      slack.capacity[k] = (slack.capacity[k] ?? 0) - (effort[i * skills.length + s] ?? 0);
    }
  }
  for (const [pair, { item, before }] of pairs.entries()) {
    for (let q = 0; q < quarters; q++) {
      const done = (i: number) => ((chosen[i] ?? quarters) <= q ? 1 : 0);
      slack.prerequisite[pair * quarters + q] = done(before) - done(item);
    }
  }
}
