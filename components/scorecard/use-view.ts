import { useQueryValue } from "#components/ui/use-query-value.ts";
import type { FilterId, Filters } from "./scorecard-filters.ts";

export type ViewQuery = Readonly<Record<FilterId | "compare", string | null>>;

/** The shape of the view, kept in the address: each filter under its name, and what is compared. */
export function useView(query: ViewQuery) {
  const [compare, setCompare] = useQueryValue("compare", query.compare);
  const [quadrant, setQuadrant] = useQueryValue("quadrant", query.quadrant);
  const [layer, setLayer] = useQueryValue("layer", query.layer);
  const [dimension, setDimension] = useQueryValue("dimension", query.dimension);
  const [concern, setConcern] = useQueryValue("concern", query.concern);
  const [cluster, setCluster] = useQueryValue("cluster", query.cluster);
  const [skill, setSkill] = useQueryValue("skill", query.skill);
  const filters: Filters = { quadrant, layer, dimension, concern, cluster, skill };
  const setters = {
    ...{ quadrant: setQuadrant, layer: setLayer, dimension: setDimension },
    ...{ concern: setConcern, cluster: setCluster, skill: setSkill },
  };
  const setFilter = (filter: FilterId, value: string | null) => setters[filter](value);
  return { filters, setFilter, compare, setCompare };
}
