import type { Initiative } from "#lib/planning/initiative.ts";

export const FILTERS = ["quadrant", "layer", "dimension", "concern", "cluster", "skill"] as const;
export type FilterId = (typeof FILTERS)[number];
export type Filters = Readonly<Record<FilterId, string | null>>;
export type FilterChoice = { value: string; count: number };

/** What an initiative is under each filter; of some it is several. */
function valuesOf(initiative: Initiative, filter: FilterId): readonly string[] {
  const { quadrant, layer, dimensions, concerns, clusters, skill } = initiative;
  if (filter === "quadrant") return [quadrant];
  if (filter === "layer") return [layer];
  if (filter === "skill") return [skill];
  return filter === "dimension" ? dimensions : filter === "concern" ? concerns : clusters;
}

export function matches(initiative: Initiative, filters: Filters): boolean {
  return FILTERS.every((filter) => {
    const wanted = filters[filter];
    return wanted === null || valuesOf(initiative, filter).includes(wanted);
  });
}

/** What each filter offers, with how many initiatives there would be, all other filters as they are; in the order of names. */
export function choicesOf(initiatives: readonly Initiative[], filters: Filters, filter: FilterId): FilterChoice[] {
  const others = initiatives.filter((each) => matches(each, { ...filters, [filter]: null }));
  const values = new Set(initiatives.flatMap((each) => valuesOf(each, filter)));
  return [...values].map((value) => ({
    value,
    count: others.filter((each) => valuesOf(each, filter).includes(value)).length,
  }));
}

/** Several ids in one value of the address. */
export function readIds(value: string | null): string[] {
  return value ? [...new Set(value.split(",").filter(Boolean))] : [];
}
