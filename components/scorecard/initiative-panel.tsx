import type { Initiative } from "#lib/planning/initiative.ts";
import type { OwnInitiative } from "#lib/planning/own-initiative.ts";
import { formatDays } from "#lib/presentation/numbers.ts";
import { QUADRANT_MEANS, sayInitiative, sayQuadrant } from "#lib/presentation/sentences-of-plans.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import { InitiativeFacts } from "./initiative-facts.tsx";
import { InitiativeFindings } from "./initiative-findings.tsx";
import { InitiativeSteps } from "./initiative-steps.tsx";
import type { NumberedInitiative } from "./numbered.ts";
import { OverrideForm, type SaveOverride } from "./override-form.tsx";
import { type OwnWorkActions, OwnWorkSection } from "./own-work-section.tsx";

type Props = {
  row: NumberedInitiative;
  all: readonly Initiative[];
  findings: readonly Finding[];
  findingsHref: string;
  checksHref: string;
  saveOverride?: SaveOverride;
  /** As it was written, where people added it. */
  own?: OwnInitiative;
  ownActions?: OwnWorkActions;
};

/** One initiative: what it removes, what it takes and how that was priced, how it is done, when it is done. */
export function InitiativePanel(props: Props) {
  const { row, all, findings, findingsHref, checksHref, saveOverride, own, ownActions } = props;
  const { number, initiative } = row;
  const { effort, quadrant } = initiative;
  return (
    <section aria-label="Chosen initiative" className="rounded-panel border border-hairline">
      <header className="border-hairline border-b px-4 py-3.5">
        <p className="text-muted text-xs">
          {number} · {sayQuadrant(quadrant)}: {QUADRANT_MEANS[quadrant]}
        </p>
        <h2 className="mt-1 text-base font-strong">{sayInitiative(initiative)}</h2>
      </header>
      <div className="px-4 py-1.5">
        <InitiativeFacts initiative={initiative} all={all} checksHref={checksHref} />
        {saveOverride && (
          <div className="pt-2 pb-3">
            <OverrideForm
              of="effort"
              subject={initiative.id}
              computed={formatDays(effort.computed)}
              label="Person-days"
              max={10_000}
              override={effort.override && { value: effort.override.days, reason: effort.override.reason }}
              save={saveOverride}
            />
          </div>
        )}
      </div>
      {own && <OwnWorkSection own={own} actions={ownActions} />}
      <InitiativeFindings initiative={initiative} findings={findings} findingsHref={findingsHref} />
      <InitiativeSteps initiative={initiative} />
    </section>
  );
}
