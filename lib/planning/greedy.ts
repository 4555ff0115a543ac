import type { PlanInstance } from "./instance.ts";
import type { Assignment } from "./objective.ts";
import { layOutSpace, type Plan, type SearchSpace, toAssignment } from "./search-space.ts";
import { placeEarliest, readyFrom, startWorkload, type Workload } from "./workload.ts";

/**
 * What people do without a planner: take the initiative with the most risk per person-day whose prerequisites are placed,
 * put it into the first quarter with room, and go on. Musts (a pin, a latest quarter, and what they need) go first, the
 * most urgent first. Null when the musts do not fit in this order; another order may.
 */
export function greedy(instance: PlanInstance): Assignment | null {
  const space = layOutSpace(instance);
  const plan = greedyPlan(space, riskPerEffort(space));
  return plan && toAssignment(space, plan);
}

/** Risk points for each unit of effort, all skills alike. No effort at all goes before everything. */
export function riskPerEffort({ ids, skills, risk, effort }: SearchSpace): Float64Array {
  return Float64Array.from(ids, (_, i) => {
    let sum = 0;
    for (let s = 0; s < skills.length; s++) sum += effort[i * skills.length + s] ?? 0;
    return (risk[i] ?? 0) / Math.max(sum, 1e-12);
  });
}

/** The same by any measure of merit, highest first; equals by index. */
export function greedyPlan(space: SearchSpace, merit: Float64Array): Plan | null {
  if (space.stuck >= 0) return null;
  const load = startWorkload(space);
  for (const i of mustsByUrgency(space)) if (!placeEarliest(load, i)) return null;
  const byMerit = Array.from(space.ids.keys()).sort((a, b) => (merit[b] ?? 0) - (merit[a] ?? 0) || a - b);
  placeByMerit(load, byMerit);
  return load.plan;
}

/** Prerequisites first, then by the last quarter that each may use. */
function mustsByUrgency({ sequence, must, allowed, quarters }: SearchSpace): number[] {
  const last = (i: number) => allowed.subarray(i * quarters, (i + 1) * quarters).lastIndexOf(1);
  const depth = new Map(sequence.map((i, at) => [i, at]));
  return sequence
    .filter((i) => must[i] === 1)
    .sort((a, b) => last(a) - last(b) || (depth.get(a) ?? 0) - (depth.get(b) ?? 0));
}

/**
 * Walks down the list; what waits for a prerequisite is looked at again as soon as that is placed. What has no room now
 * never will, as room only shrinks.
 */
function placeByMerit(load: Workload, byMerit: readonly number[]): void {
  const { quarters } = load.space;
  let waiting = byMerit.filter((i) => (load.plan[i] ?? 0) === quarters);
  for (let moved = true; moved; ) {
    moved = false;
    const still: number[] = [];
    for (const [at, i] of waiting.entries()) {
      if (readyFrom(load, i) === quarters) {
        still.push(i);
        continue;
      }
      if (!placeEarliest(load, i)) continue;
      if (still.length > 0 && load.space.following[i]?.some((f) => still.includes(f))) {
        still.push(...waiting.slice(at + 1));
        moved = true;
        break;
      }
    }
    waiting = still;
  }
}
