import type { Plan, SearchSpace } from "./search-space.ts";

/** A plan in the making with what it uses of each capacity, both changed in place. */
export type Workload = { space: SearchSpace; plan: Plan; used: Float64Array };

export function startWorkload(space: SearchSpace, plan?: Plan): Workload {
  const empty: Plan = new Int16Array(space.ids.length).fill(space.quarters);
  const load: Workload = { space, plan: empty, used: new Float64Array(space.quarters * space.skills.length) };
  if (plan)
    for (const i of space.sequence) if ((plan[i] ?? space.quarters) < space.quarters) place(load, i, plan[i] ?? 0);
  return load;
}

/** Whether the capacities of a quarter have room for an initiative. */
export function hasRoom({ space, used }: Workload, i: number, q: number): boolean {
  const { skills, effort, capacity } = space;
  const count = skills.length;
  for (let s = 0; s < count; s++) {
    if ((used[q * count + s] ?? 0) + (effort[i * count + s] ?? 0) > (capacity[q * count + s] ?? 0)) return false;
  }
  return true;
}

/** First quarter in which all prerequisites are done; `quarters` when one is left. */
export function readyFrom({ space, plan }: Workload, i: number): number {
  let from = 0;
  for (const b of space.before[i] ?? []) from = Math.max(from, plan[b] ?? space.quarters);
  return from;
}

/** Last quarter that what builds upon it allows; `quarters` when nothing that is placed does. */
export function neededBy({ space, plan }: Workload, i: number): number {
  let by = space.quarters;
  for (const f of space.following[i] ?? []) by = Math.min(by, plan[f] ?? space.quarters);
  return by;
}

export function place(load: Workload, i: number, q: number): void {
  load.plan[i] = q;
  add(load, i, q, 1);
}

export function remove(load: Workload, i: number): void {
  const { quarters } = load.space;
  const q = load.plan[i] ?? quarters;
  if (q === quarters) return;
  add(load, i, q, -1);
  load.plan[i] = quarters;
}

function add({ space, used }: Workload, i: number, q: number, sign: number): void {
  const count = space.skills.length;
  for (let s = 0; s < count; s++) {
    used[q * count + s] = (used[q * count + s] ?? 0) + sign * (space.effort[i * count + s] ?? 0);
  }
}

/** Places an initiative in the first quarter from `from` on that is allowed and has room; false when there is none. */
export function placeEarliest(load: Workload, i: number, from = readyFrom(load, i)): boolean {
  const { quarters, allowed } = load.space;
  const by = Math.min(neededBy(load, i), quarters - 1);
  for (let q = from; q <= by; q++) {
    if (allowed[i * quarters + q] === 1 && hasRoom(load, i, q)) {
      place(load, i, q);
      return true;
    }
  }
  return false;
}
