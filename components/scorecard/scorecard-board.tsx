"use client";

import { EmptyState } from "#components/ui/empty-state.tsx";
import { useQueryValue } from "#components/ui/use-query-value.ts";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { OwnInitiative } from "#lib/planning/own-initiative.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import { Comparison } from "./comparison.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { InitiativePanel } from "./initiative-panel.tsx";
import { numbered } from "./numbered.ts";
import type { SaveOverride } from "./override-form.tsx";
import type { OwnWorkActions } from "./own-work-section.tsx";
import { ScorecardChart } from "./scorecard-chart.tsx";
import { matches, readIds } from "./scorecard-filters.ts";
import { ScorecardTable } from "./scorecard-table.tsx";
import { useView, type ViewQuery } from "./use-view.ts";

type Props = {
  initiatives: readonly Initiative[];
  /** Charted findings of the assessment. */
  findings: readonly Finding[];
  /** `?initiative=` as the server read it. */
  selected: string | null;
  /** The other values of the address: filters, and what is compared. */
  query: ViewQuery;
  /** Titles of concerns and dimensions, names of clusters, by id. */
  names: Readonly<Record<string, string>>;
  /** Address of the findings: a finding is at `${findingsHref}/<id>`. */
  findingsHref: string;
  /** Address of the reference pages of checks. */
  checksHref: string;
  /** Left out for who may not override. */
  saveOverride?: SaveOverride;
  /** All that people added. */
  own: readonly OwnInitiative[];
  /** Left out for who may not add. */
  ownActions?: OwnWorkActions;
};

/** The Risk x Effort scorecard: filters, picture, table and the one that is looked at, in step; its shape is in the address. */
export function ScorecardBoard(props: Props) {
  const { initiatives, findings, selected, query, names, findingsHref, checksHref, saveOverride, own, ownActions } =
    props;
  const [chosen, choose] = useQueryValue("initiative", selected);
  const { filters, setFilter, compare, setCompare } = useView(query);
  const all = numbered(initiatives);
  const rows = all.filter(({ initiative }) => matches(initiative, filters));
  const current = rows.find(({ initiative }) => initiative.id === chosen) ?? rows[0];
  const ids = readIds(compare);
  const compared = new Set(ids);
  const beside = all.filter(({ initiative }) => compared.has(initiative.id));
  const put = (next: readonly string[]) => setCompare(next.length > 0 ? next.join(",") : null);
  const toggle = (id: string) => put(compared.has(id) ? ids.filter((each) => each !== id) : [...ids, id]);
  const shared = { rows, selected: current?.initiative.id ?? "", compared, onSelect: choose };
  return (
    <div className="grid gap-8">
      <FilterBar initiatives={initiatives} filters={filters} names={names} set={setFilter} />
      {beside.length > 0 && <Comparison rows={beside} leave={toggle} clear={() => put([])} />}
      {current ? (
        <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_21rem]">
          <div className="flex min-w-0 flex-col gap-8">
            <ScorecardChart {...shared} onCompare={put} />
            <ScorecardTable {...shared} onCompare={toggle} />
          </div>
          <p role="status" className="sr-only">
            {chosen ? `${current.number}, ${current.initiative.title}, is shown` : ""}
          </p>
          <div className="xl:sticky xl:top-6 xl:max-h-[calc(100dvh-3rem)] xl:self-start xl:overflow-y-auto print:static print:max-h-none">
            <InitiativePanel
              key={current.initiative.id}
              row={current}
              all={initiatives}
              findings={findings}
              findingsHref={findingsHref}
              checksHref={checksHref}
              saveOverride={saveOverride}
              own={own.find(({ id }) => id === current.initiative.id)}
              ownActions={ownActions}
            />
          </div>
        </div>
      ) : (
        <EmptyState title="Nothing is left of the scorecard">Take a filter back to see more.</EmptyState>
      )}
    </div>
  );
}
