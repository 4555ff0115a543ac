import type { Plan, SearchSpace } from "./search-space.ts";
import { hasRoom, neededBy, place, readyFrom, remove, startWorkload, type Workload } from "./workload.ts";

/**
 * Makes a feasible plan of one that overdraws capacities (and obeys everything else): from each overdrawn quarter the
 * least merit goes to a later quarter with room, or out; then everything moves forward into what room there is. Null when
 * musts are in the way.
 */
export function repairPlan(space: SearchSpace, plan: Plan, merit: Float64Array): Plan | null {
  const load = startWorkload(space, plan);
  const byMerit = Array.from(space.ids.keys()).sort((a, b) => (merit[b] ?? 0) - (merit[a] ?? 0) || a - b);
  for (let q = 0; q < space.quarters; q++) if (!relieve(load, q, byMerit)) return null;
  moveForward(load, byMerit);
  return load.plan;
}

/** Pulls every initiative into the first quarter with room, best merit first, and takes in what is left and fits. */
export function moveForward(load: Workload, byMerit: readonly number[]): void {
  for (let moved = true; moved; ) {
    moved = false;
    for (const i of byMerit) if (pull(load, i)) moved = true;
  }
}

function pull(load: Workload, i: number): boolean {
  const { quarters, allowed } = load.space;
  const at = load.plan[i] ?? quarters;
  const by = Math.min(at - 1, neededBy(load, i));
  for (let q = readyFrom(load, i); q <= by; q++) {
    if (allowed[i * quarters + q] !== 1 || !hasRoom(load, i, q)) continue;
    remove(load, i);
    place(load, i, q);
    return true;
  }
  return false;
}

function relieve(load: Workload, q: number, byMerit: readonly number[]): boolean {
  for (let at = byMerit.length - 1; at >= 0 && isOver(load, q); at--) {
    const i = byMerit[at] ?? 0;
    if (load.plan[i] !== q || !helps(load, i, q)) continue;
    if (!postpone(load, i, q)) leaveOut(load, i);
  }
  return !isOver(load, q);
}

function isOver({ space, used }: Workload, q: number): boolean {
  const count = space.skills.length;
  for (let s = 0; s < count; s++) if ((used[q * count + s] ?? 0) > (space.capacity[q * count + s] ?? 0)) return true;
  return false;
}

function helps({ space, used }: Workload, i: number, q: number): boolean {
  const count = space.skills.length;
  for (let s = 0; s < count; s++) {
    const over = (used[q * count + s] ?? 0) > (space.capacity[q * count + s] ?? 0);
    if (over && (space.effort[i * count + s] ?? 0) > 0) return true;
  }
  return false;
}

function postpone(load: Workload, i: number, q: number): boolean {
  const { quarters, allowed } = load.space;
  for (let later = q + 1; later <= Math.min(neededBy(load, i), quarters - 1); later++) {
    if (allowed[i * quarters + later] !== 1 || !hasRoom(load, i, later)) continue;
    remove(load, i);
    place(load, i, later);
    return true;
  }
  return false;
}

/** Takes an initiative out with everything that builds upon it, unless a must is among them. */
function leaveOut(load: Workload, i: number): void {
  const group = new Set([i]);
  for (const one of group) {
    if (load.space.must[one] === 1) return;
    for (const f of load.space.following[one] ?? []) if ((load.plan[f] ?? 0) < load.space.quarters) group.add(f);
  }
  for (const one of group) remove(load, one);
}
