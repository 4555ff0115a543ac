import { moveForward } from "./repair-plan.ts";
import type { Plan, SearchSpace } from "./search-space.ts";
import { hasRoom, place, placeEarliest, readyFrom, startWorkload } from "./workload.ts";

/**
 * A plan of the relaxation's fractions: what is whole (nearly) goes where it says, then the largest fractions where there
 * is room, then the rest by merit. Null when a must finds no place.
 */
export function roundRelaxation(space: SearchSpace, point: Float64Array, merit: Float64Array): Plan | null {
  const { ids, quarters, must, sequence } = space;
  const load = startWorkload(space);
  for (const least of [0.999, 0.6, 0.3]) {
    for (const i of sequence) {
      if (load.plan[i] !== quarters) continue;
      for (let q = readyFrom(load, i); q < quarters; q++) {
        if ((point[i * quarters + q] ?? 0) < least || !hasRoom(load, i, q)) continue;
        place(load, i, q);
        break;
      }
    }
  }
  for (const i of sequence) if (must[i] === 1 && load.plan[i] === quarters && !placeEarliest(load, i)) return null;
  const byMerit = Array.from(ids.keys()).sort((a, b) => (merit[b] ?? 0) - (merit[a] ?? 0) || a - b);
  moveForward(load, byMerit);
  return load.plan;
}
