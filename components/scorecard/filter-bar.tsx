import { SKILL_NAMES } from "#components/roadmap/skill-names.ts";
import { LAYER_NAMES } from "#components/scores/layer-names.ts";
import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import type { Skill } from "#lib/catalog/control.ts";
import type { LayerId } from "#lib/catalog/framework.ts";
import type { Initiative, Quadrant } from "#lib/planning/initiative.ts";
import { sayQuadrant } from "#lib/presentation/sentences-of-plans.ts";
import { choicesOf, FILTERS, type FilterId, type Filters } from "./scorecard-filters.ts";

type Props = {
  initiatives: readonly Initiative[];
  filters: Filters;
  /** Titles of concerns and dimensions, names of clusters, by id. */
  names: Readonly<Record<string, string>>;
  set: (filter: FilterId, value: string | null) => void;
};

const LABELS: Record<FilterId, string> = {
  ...{ quadrant: "Quadrant", layer: "Layer", dimension: "Dimension" },
  ...{ concern: "Concern", cluster: "Cluster", skill: "Skill" },
};

/** What of the scorecard is shown; each choice says how many it leaves. */
export function FilterBar({ initiatives, filters, names, set }: Props) {
  const nameOf: Record<FilterId, (value: string) => string> = {
    quadrant: (value) => sayQuadrant(value as Quadrant),
    layer: (value) => LAYER_NAMES[value as LayerId],
    dimension: (value) => names[value] ?? value,
    concern: (value) => names[value] ?? value,
    cluster: (value) => names[value] ?? value,
    skill: (value) => SKILL_NAMES[value as Skill],
  };
  const filtered = FILTERS.some((filter) => filters[filter] !== null);
  return (
    <form aria-label="Filters" className="print:hidden" onSubmit={(event) => event.preventDefault()}>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        {FILTERS.map((filter) => (
          <SelectField
            key={filter}
            label={LABELS[filter]}
            value={filters[filter] ?? ""}
            onChange={(event) => set(filter, event.target.value || null)}
            choices={[
              { value: "", label: "All" },
              ...choicesOf(initiatives, filters, filter)
                .map(({ value, count }) => ({ value, label: `${nameOf[filter](value)} (${count})` }))
                .toSorted((a, b) => (a.label < b.label ? -1 : 1)),
            ]}
          />
        ))}
      </div>
      {filtered && (
        <div className="mt-3">
          <Button
            size="small"
            onClick={() => {
              for (const filter of FILTERS) set(filter, null);
            }}
          >
            Show all
          </Button>
        </div>
      )}
    </form>
  );
}
