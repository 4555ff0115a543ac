import type { SearchSpace } from "./search-space.ts";

/**
 * A bound that holds without any solver, in risk-quarters: the smaller of "everything in the first quarter that it may
 * use" and, for each skill alone, "initiatives cut in slices, most risk per day first, filling the year from its start".
 * Leaving out prerequisites, whole initiatives and the other skills can only make the sum larger.
 */
export function easyUpperBound(space: SearchSpace): number {
  const { ids, quarters, worth, allowed, skills } = space;
  let everything = 0;
  for (let i = 0; i < ids.length; i++) {
    const q = allowed.subarray(i * quarters, (i + 1) * quarters).indexOf(1);
    if (q >= 0) everything += worth[i * quarters + q] ?? 0;
  }
  return Math.min(everything, ...skills.map((_, s) => boundOfSkill(space, s)));
}

function boundOfSkill(space: SearchSpace, s: number): number {
  const { ids, quarters, worth, allowed, skills, risk, effort, capacity } = space;
  const days = (i: number) => effort[i * skills.length + s] ?? 0;
  const possible = Array.from(ids.keys()).filter((i) => allowed.subarray(i * quarters, (i + 1) * quarters).includes(1));
  let sum = 0;
  for (const i of possible) if (days(i) === 0) sum += worth[i * quarters] ?? 0;
  const byYield = possible
    .filter((i) => days(i) > 0)
    .sort((a, b) => (risk[b] ?? 0) / days(b) - (risk[a] ?? 0) / days(a));
  let q = 0;
  let room = capacity[s] ?? 0;
  for (const i of byYield) {
    let open = days(i);
    while (open > 0 && q < quarters) {
      const slice = Math.min(open, room);
      sum += ((worth[i * quarters + q] ?? 0) * slice) / days(i);
      open -= slice;
      room -= slice;
      if (room > 0) break;
      q++;
      room = capacity[q * skills.length + s] ?? 0;
    }
  }
  return sum;
}
