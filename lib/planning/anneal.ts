import { dice } from "./dice.ts";
import type { Prices } from "./prices.ts";
import { repairPlan } from "./repair-plan.ts";
import { type Plan, type SearchSpace, worthOfPlan } from "./search-space.ts";

/** Heat as a share of the mean risk: at the start for one initiative (the more there are, the finer), and what is left of it. */
const HEAT = 12;
const COOLED = 0.25;
/** Overload costs this many times its price at the start and at the end. */
const LENIENT = 2;
const STRICT = 16;
/** Steps between two changes of heat and strictness. */
const STRIDE = 1_024;

type Walk = {
  space: SearchSpace;
  plan: Plan;
  used: Float64Array;
  /** Risk-quarters that a unit over capacity costs. */
  fine: Float64Array;
  strictness: number;
  heat: number;
  roll: () => number;
};

/**
 * Simulated annealing: one initiative moves to another quarter or two change places, capacity may be overdrawn against a
 * fine that grows while the heat falls, prerequisites never break. Now and then what stands is repaired into a feasible
 * plan; the best of these is the answer, never worse than the start (which must be feasible). The same seed, the same
 * answer; `steps` bounds the work.
 */
export function anneal(
  space: SearchSpace,
  start: Plan,
  prices: Prices,
  merit: Float64Array,
  steps: number,
  seed: number,
): Plan {
  const { ids } = space;
  if (ids.length === 0) return start;
  const mean = space.risk.reduce((sum, risk) => sum + risk, 0) / ids.length;
  const hot = (mean * HEAT) / Math.max(HEAT, ids.length);
  const walk: Walk = {
    space,
    plan: start.slice(),
    used: usedBy(space, start),
    fine: finesOf(prices),
    strictness: LENIENT,
    heat: hot,
    roll: dice(seed),
  };
  let best = start;
  let bestWorth = worthOfPlan(space, start);
  const repairEvery = STRIDE * Math.max(1, Math.ceil((ids.length * 24) / STRIDE));
  for (let step = 0; step < steps; step++) {
    if (step % STRIDE === 0) {
      const done = step / steps;
      walk.heat = hot * COOLED ** done;
      walk.strictness = LENIENT + (STRICT - LENIENT) * done;
    }
    if (walk.roll() < 0.5) tryMove(walk);
    else trySwap(walk);
    if ((step + 1) % repairEvery !== 0 && step + 1 < steps) continue;
    const repaired = repairPlan(space, walk.plan, merit);
    const worth = repaired ? worthOfPlan(space, repaired) : 0;
    if (repaired && worth > bestWorth) {
      best = repaired;
      bestWorth = worth;
    }
  }
  return best;
}

/** Prices, but none lower than most of the average: what is cheap by the relaxation is not free. */
function finesOf({ capacity }: Prices): Float64Array {
  const mean = capacity.reduce((sum, price) => sum + price, 0) / Math.max(1, capacity.length);
  return capacity.map((price) => Math.max(price, 0.7 * mean, 1e-6));
}

function usedBy({ quarters, skills, effort }: SearchSpace, plan: Plan): Float64Array {
  const used = new Float64Array(quarters * skills.length);
  for (const [i, q] of plan.entries()) {
    if (q === quarters) continue;
    for (let s = 0; s < skills.length; s++) {
      used[q * skills.length + s] = (used[q * skills.length + s] ?? 0) + (effort[i * skills.length + s] ?? 0);
    }
  }
  return used;
}

function tryMove(walk: Walk): void {
  const { space, plan, roll } = walk;
  const { ids, quarters } = space;
  const i = Math.floor(roll() * ids.length);
  const from = plan[i] ?? quarters;
  const to = Math.floor(roll() * (quarters + 1));
  if (from === to || !mayBe(walk, i, to, -1)) return;
  const gain = worthIn(space, i, to) - worthIn(space, i, from) - fineFor(walk, i, -1, from, to);
  if (gain < 0 && roll() >= Math.exp(gain / walk.heat)) return;
  shift(walk, i, -1, from, to);
  plan[i] = to;
}

function trySwap(walk: Walk): void {
  const { space, plan, roll } = walk;
  const { ids, quarters } = space;
  const i = Math.floor(roll() * ids.length);
  const j = Math.floor(roll() * ids.length);
  const from = plan[i] ?? quarters;
  const to = plan[j] ?? quarters;
  if (from === to || !mayBe(walk, i, to, j) || !mayBe(walk, j, from, i)) return;
  const gain =
    worthIn(space, i, to) -
    worthIn(space, i, from) +
    worthIn(space, j, from) -
    worthIn(space, j, to) -
    fineFor(walk, i, j, from, to);
  if (gain < 0 && roll() >= Math.exp(gain / walk.heat)) return;
  shift(walk, i, j, from, to);
  plan[i] = to;
  plan[j] = from;
}

function worthIn({ worth, quarters }: SearchSpace, i: number, q: number): number {
  return q === quarters ? 0 : (worth[i * quarters + q] ?? 0);
}

/** Whether wishes and prerequisites let an initiative be in a quarter; never, when the one it changes with is among them. */
function mayBe({ space, plan }: Walk, i: number, q: number, partner: number): boolean {
  const { quarters, allowed, must, before, following } = space;
  if (q === quarters ? must[i] === 1 : allowed[i * quarters + q] === 0) return false;
  for (const f of following[i] ?? []) {
    const at = plan[f] ?? quarters;
    if (f === partner || (at < quarters && at < q)) return false;
  }
  if (q === quarters) return true;
  for (const b of before[i] ?? []) if (b === partner || (plan[b] ?? quarters) > q) return false;
  return true;
}

/** What the move of `i` (and `j` the other way, -1: nobody) adds to the fines. */
function fineFor({ space, used, fine, strictness }: Walk, i: number, j: number, from: number, to: number): number {
  const { quarters, skills, effort, capacity } = space;
  const count = skills.length;
  let sum = 0;
  for (let s = 0; s < count; s++) {
    const moved = (effort[i * count + s] ?? 0) - (j < 0 ? 0 : (effort[j * count + s] ?? 0));
    if (moved === 0) continue;
    if (from < quarters) sum += overdraft(used, capacity, fine, from * count + s, -moved);
    if (to < quarters) sum += overdraft(used, capacity, fine, to * count + s, moved);
  }
  return sum * strictness;
}

function overdraft(used: Float64Array, capacity: Float64Array, fine: Float64Array, k: number, by: number): number {
  const over = (used[k] ?? 0) - (capacity[k] ?? 0);
  return (Math.max(0, over + by) - Math.max(0, over)) * (fine[k] ?? 0);
}

function shift({ space, used }: Walk, i: number, j: number, from: number, to: number): void {
  const { quarters, skills, effort } = space;
  const count = skills.length;
  for (let s = 0; s < count; s++) {
    const moved = (effort[i * count + s] ?? 0) - (j < 0 ? 0 : (effort[j * count + s] ?? 0));
    if (from < quarters) used[from * count + s] = (used[from * count + s] ?? 0) - moved;
    if (to < quarters) used[to * count + s] = (used[to * count + s] ?? 0) + moved;
  }
}
