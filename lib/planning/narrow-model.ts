import type { MilpModel } from "./build-model.ts";
import type { PricedBound } from "./prices.ts";
import type { SearchSpace } from "./search-space.ts";

/**
 * The model without the quarters that no plan of this worth or more can use, by the priced bound; what all of those plans
 * do becomes a must. Plans of exactly this worth stay possible.
 */
export function narrowModel(
  space: SearchSpace,
  model: MilpModel,
  { bound, regret }: PricedBound,
  worth: number,
): MilpModel {
  const { ids, quarters, dust } = space;
  const isHopeless = (i: number, q: number) => bound - (regret[i * (quarters + 1) + q] ?? 0) < worth - dust;
  const upper = model.upper.slice();
  const rowLower = [...model.rowLower];
  for (let i = 0; i < ids.length; i++) {
    for (let q = 0; q < quarters; q++) if (isHopeless(i, q)) upper[i * quarters + q] = 0;
    const row = model.onceRows[i] ?? -1;
    if (row >= 0 && isHopeless(i, quarters)) rowLower[row] = 1;
  }
  return { ...model, upper, rowLower };
}
