import { dice } from "./dice.ts";
import type { Plan, SearchSpace } from "./search-space.ts";
import { worthOfPlan } from "./search-space.ts";
import {
  hasRoom,
  neededBy,
  place,
  placeEarliest,
  readyFrom,
  remove,
  startWorkload,
  type Workload,
} from "./workload.ts";

/**
 * Makes a feasible plan better: takes a handful of initiatives that compete for the same quarters out (with what builds
 * upon them), puts everything that is out back in by merit with some chance, and keeps what is not worse than the record
 * by more than a shrinking allowance. Never returns less than it was given. `rounds` bounds the work; no clock.
 */
export function improvePlan(space: SearchSpace, start: Plan, merit: Float64Array, rounds: number, seed = 1): Plan {
  const roll = dice(seed);
  const load = startWorkload(space, start);
  advance(load, merit);
  let best = load.plan.slice();
  let bestWorth = worthOfPlan(space, best);
  let current = best.slice();
  let currentWorth = bestWorth;
  for (let round = 0; round < rounds; round++) {
    ruin(load, 2 + Math.floor(roll() * Math.min(14, 3 + space.ids.length / 8)), roll);
    const whole = recreate(load, merit, roll);
    const worth = worthOfPlan(space, load.plan);
    const allowance = bestWorth * 0.004 * (1 - round / rounds) ** 2;
    if (whole && worth > bestWorth) {
      best = load.plan.slice();
      bestWorth = worth;
    }
    if (whole && worth >= bestWorth - allowance) {
      current = load.plan.slice();
      currentWorth = worth;
    } else if (worth !== currentWorth || !whole) {
      restore(load, current);
    }
  }
  return best;
}

/** Pulls every initiative into the first quarter with room, best merit first, and takes in what is left and fits. */
export function advance(load: Workload, merit: Float64Array): void {
  const { ids, quarters } = load.space;
  const byMerit = Array.from(ids.keys()).sort((a, b) => (merit[b] ?? 0) - (merit[a] ?? 0) || a - b);
  for (let moved = true; moved; ) {
    moved = false;
    for (const i of byMerit) {
      const at = load.plan[i] ?? quarters;
      const from = readyFrom(load, i);
      if (from >= at) continue;
      if (pull(load, i, from, at)) moved = true;
    }
  }
}

function pull(load: Workload, i: number, from: number, at: number): boolean {
  const { quarters, allowed } = load.space;
  for (let q = from; q < at; q++) {
    if (allowed[i * quarters + q] !== 1 || !hasRoom(load, i, q) || q > neededBy(load, i)) continue;
    remove(load, i);
    place(load, i, q);
    return true;
  }
  return false;
}

/** Takes some initiatives of one quarter and its neighbours out, and with each what builds upon it. */
function ruin(load: Workload, count: number, roll: () => number): void {
  const { ids, quarters } = load.space;
  const q = Math.floor(roll() * quarters);
  const span = roll() < 0.5 ? 1 : quarters;
  let taken = 0;
  const from = Math.floor(roll() * ids.length);
  const stride = 1 + Math.floor(roll() * 7);
  for (let step = 0; step < ids.length && taken < count; step++) {
    const i = (from + step * stride) % ids.length;
    const at = load.plan[i] ?? quarters;
    if (at === quarters || Math.abs(at - q) > span) continue;
    taken += takeOut(load, i);
  }
}

function takeOut(load: Workload, i: number): number {
  const { following, quarters } = load.space;
  if ((load.plan[i] ?? quarters) === quarters) return 0;
  let taken = 1;
  remove(load, i);
  for (const f of following[i] ?? []) taken += takeOut(load, f);
  return taken;
}

/** Puts in what is out: musts first, then by merit with a chance; then pulls forward. False when a must stays out. */
function recreate(load: Workload, merit: Float64Array, roll: () => number): boolean {
  const { ids, quarters, must, sequence } = load.space;
  const out = sequence.filter((i) => load.plan[i] === quarters);
  const rank = new Float64Array(ids.length);
  for (const i of out) rank[i] = (merit[i] ?? 0) * (0.6 + 0.8 * roll()) + (must[i] === 1 ? 1e15 : 0);
  const order = out.sort((a, b) => (rank[b] ?? 0) - (rank[a] ?? 0));
  const skip = roll() < 0.3;
  for (let pass = 0; pass < 3; pass++) {
    let placed = 0;
    for (const i of order) {
      if (load.plan[i] !== quarters || (skip && pass === 0 && must[i] !== 1 && roll() < 0.15)) continue;
      if (readyFrom(load, i) < quarters && placeEarliest(load, i)) placed++;
    }
    if (placed === 0 && pass > 0) break;
  }
  return order.every((i) => must[i] !== 1 || load.plan[i] !== quarters);
}

function restore(load: Workload, plan: Plan): void {
  for (let i = 0; i < plan.length; i++) if (load.plan[i] !== plan[i]) remove(load, i);
  for (const i of load.space.sequence) {
    const q = plan[i] ?? load.space.quarters;
    if (load.plan[i] !== q) place(load, i, q);
  }
}
