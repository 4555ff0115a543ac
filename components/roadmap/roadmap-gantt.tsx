import { LAYER_NAMES, LAYERS_OUTERMOST_FIRST } from "#components/scores/layer-names.ts";
import { TableFrame } from "#components/ui/table-frame.tsx";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import { formatPeriod } from "#lib/presentation/dates.ts";
import { GanttRow } from "./gantt-row.tsx";
import type { InitiativeProgress } from "./progress.ts";

type Props = {
  roadmap: Roadmap;
  initiatives: readonly Initiative[];
  progress: readonly InitiativeProgress[];
  /** An initiative leads to `${scorecardHref}?initiative=<id>`; without it, nowhere. */
  scorecardHref?: string;
};

/** Twelve months, a row for each initiative, in lanes by layer. Scrolls sideways on a phone with the names in view. */
export function RoadmapGantt({ roadmap, initiatives, progress, scorecardHref }: Props) {
  return (
    <TableFrame label="The year, initiative by initiative">
      <table className="data-table min-w-[52rem] sm:min-w-[64rem] table-fixed">
        <colgroup>
          <col className="w-56 sm:w-96" />
          {roadmap.plans.map((plan) => (
            <col key={plan.quarter} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="left-0 z-2!">
              Initiative
            </th>
            {roadmap.plans.map((plan) => (
              <th key={plan.quarter} scope="col" className="border-hairline border-l">
                <span className="block font-strong text-ink">Q{plan.quarter}</span>
                {formatPeriod(plan.startsOn, plan.endsOn).replace(/ \d{4}$/, "")}
              </th>
            ))}
          </tr>
        </thead>
        {lanesOf(roadmap, initiatives).map(({ layer, rows }) => (
          <tbody key={layer}>
            <tr>
              <th scope="rowgroup" colSpan={5} className="bg-sunken! py-1! text-xs font-strong!">
                {LAYER_NAMES[layer]}
              </th>
            </tr>
            {rows.map((row) => (
              <GanttRow key={row.initiative.id} {...row} progress={progress} scorecardHref={scorecardHref} />
            ))}
          </tbody>
        ))}
      </table>
    </TableFrame>
  );
}

/** What is planned, by layer and then by date; layers without anything are left out. */
function lanesOf(roadmap: Roadmap, initiatives: readonly Initiative[]) {
  const items = roadmap.plans.flatMap((plan) => plan.items);
  return LAYERS_OUTERMOST_FIRST.map((layer) => ({
    layer,
    rows: items
      .flatMap((item) => {
        const initiative = initiatives.find((each) => each.id === item.initiative && each.layer === layer);
        return initiative ? [{ item, initiative }] : [];
      })
      .toSorted((a, b) => a.item.quarter - b.item.quarter || a.item.startWeek - b.item.startWeek),
  })).filter(({ rows }) => rows.length > 0);
}
