import type { Plan, SearchSpace } from "./search-space.ts";
import { hasRoom, neededBy, place, readyFrom, remove, startWorkload, type Workload } from "./workload.ts";

/**
 * Orders equals as the tie-break wants, as far as moves of one and swaps of two reach: an initiative goes to an earlier
 * quarter, or changes places with a later one of the order, where that costs nothing. The sum stays (never less).
 */
export function settleEquals(space: SearchSpace, plan: Plan): Plan {
  const load = startWorkload(space, plan);
  // Every change makes the plan smaller in the order of the tie-break, so this ends; the cap is for patience.
  for (let round = 0; round < 20; round++) {
    let changed = false;
    for (let i = 0; i < space.ids.length; i++) while (settle(load, i)) changed = true;
    if (!changed) break;
  }
  return load.plan;
}

function settle(load: Workload, i: number): boolean {
  const { quarters, ids } = load.space;
  const at = load.plan[i] ?? quarters;
  for (let q = readyFrom(load, i); q < at; q++) {
    if (moveTo(load, i, q)) return true;
    for (let j = i + 1; j < ids.length; j++) if (load.plan[j] === q && swap(load, i, j)) return true;
  }
  return false;
}

function moveTo(load: Workload, i: number, q: number): boolean {
  const { quarters, allowed } = load.space;
  if (allowed[i * quarters + q] !== 1 || q > neededBy(load, i) || !hasRoom(load, i, q)) return false;
  remove(load, i);
  place(load, i, q);
  return true;
}

/** Changes the places of two when the sum does not fall by it and everything holds. */
function swap(load: Workload, i: number, j: number): boolean {
  const { quarters, worth, must, dust } = load.space;
  const [from, to] = [load.plan[i] ?? quarters, load.plan[j] ?? quarters];
  if (from === quarters && must[j] === 1) return false;
  const worthIn = (one: number, q: number) => (q === quarters ? 0 : (worth[one * quarters + q] ?? 0));
  const change = worthIn(i, to) + worthIn(j, from) - worthIn(i, from) - worthIn(j, to);
  if (change < -dust / load.space.ids.length) return false;
  remove(load, i);
  remove(load, j);
  if (fits(load, i, to)) {
    place(load, i, to);
    if (from === quarters ? neededBy(load, j) === quarters : fits(load, j, from)) {
      if (from < quarters) place(load, j, from);
      return true;
    }
    remove(load, i);
  }
  if (from < quarters) place(load, i, from);
  place(load, j, to);
  return false;
}

function fits(load: Workload, i: number, q: number): boolean {
  const { quarters, allowed } = load.space;
  return allowed[i * quarters + q] === 1 && readyFrom(load, i) <= q && neededBy(load, i) >= q && hasRoom(load, i, q);
}
