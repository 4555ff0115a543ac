import { type Assignment, quarterOf } from "./objective.ts";
import type { Plan, SearchSpace } from "./search-space.ts";
import { placeEarliest, readyFrom, startWorkload, type Workload } from "./workload.ts";

/**
 * A plan in which everything stands where it stood, as far as capacities, prerequisites and wishes allow: what has no room
 * there goes to the next quarter that has, and what had no place goes into what room is left, most merit first. `first`
 * goes before all others. Musts may stay without a quarter: check before use.
 */
export function carryPlaces(
  space: SearchSpace,
  places: Assignment,
  merit: Float64Array,
  first: ReadonlySet<number> = new Set(),
): Plan {
  const load = startWorkload(space);
  const wanted = wantedQuarters(space, places);
  const order = space.sequence
    .filter((i) => (wanted[i] ?? space.quarters) < space.quarters)
    .toSorted((a, b) => Number(first.has(b)) - Number(first.has(a)) || (wanted[a] ?? 0) - (wanted[b] ?? 0));
  for (const i of order) {
    const from = readyFrom(load, i);
    if (from < space.quarters) placeEarliest(load, i, Math.max(from, wanted[i] ?? 0));
  }
  fillRoom(load, merit);
  return load.plan;
}

/** The quarter of each initiative from 0; `quarters` where it has none, or one that this year does not have. */
export function wantedQuarters({ ids, quarters }: SearchSpace, places: Assignment): Int16Array {
  return Int16Array.from(ids, (id) => {
    const quarter = quarterOf(places, id);
    return quarter === undefined || quarter < 1 || quarter > quarters ? quarters : quarter - 1;
  });
}

/** Takes in what is left and fits, and moves nothing that stands. */
function fillRoom(load: Workload, merit: Float64Array): void {
  const { quarters, ids } = load.space;
  const byMerit = Array.from(ids.keys()).sort((a, b) => (merit[b] ?? 0) - (merit[a] ?? 0) || a - b);
  for (let placed = true; placed; ) {
    placed = false;
    for (const i of byMerit) {
      if ((load.plan[i] ?? 0) < quarters || readyFrom(load, i) === quarters) continue;
      if (placeEarliest(load, i)) placed = true;
    }
  }
}
