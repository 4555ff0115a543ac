"use client";

import { useQueryValue } from "#components/ui/use-query-value.ts";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import { InitiativePanel } from "./initiative-panel.tsx";
import { numbered } from "./numbered.ts";
import type { SaveOverride } from "./override-form.tsx";
import { ScorecardChart } from "./scorecard-chart.tsx";
import { ScorecardTable } from "./scorecard-table.tsx";

type Props = {
  initiatives: readonly Initiative[];
  /** Charted findings of the assessment. */
  findings: readonly Finding[];
  /** `?initiative=` as the server read it. */
  selected: string | null;
  /** Address of the findings: a finding is at `${findingsHref}/<id>`. */
  findingsHref: string;
  /** Address of the reference pages of checks. */
  checksHref: string;
  /** Left out for who may not override. */
  saveOverride?: SaveOverride;
};

/** The Risk x Effort scorecard: picture, table and the one that is looked at, in step. */
export function ScorecardBoard({ initiatives, findings, selected, findingsHref, checksHref, saveOverride }: Props) {
  const [chosen, choose] = useQueryValue("initiative", selected);
  const rows = numbered(initiatives);
  const current = rows.find(({ initiative }) => initiative.id === chosen) ?? rows[0];
  if (!current) return null;
  return (
    <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_21rem]">
      <div className="flex min-w-0 flex-col gap-8">
        <ScorecardChart rows={rows} selected={current.initiative.id} onSelect={choose} />
        <ScorecardTable rows={rows} selected={current.initiative.id} onSelect={choose} />
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
        />
      </div>
    </div>
  );
}
