import { LayerMark } from "#components/scores/layer-mark.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Initiative } from "#lib/planning/initiative.ts";
import {
  formatDays,
  formatDecimal,
  formatEffort,
  formatList,
  formatRisk,
  formatThings,
} from "#lib/presentation/numbers.ts";
import { QUADRANT_MEANS, sayEffort, sayInitiative, sayQuadrant } from "#lib/presentation/sentences-of-plans.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import { InitiativeFindings } from "./initiative-findings.tsx";
import { InitiativeSteps } from "./initiative-steps.tsx";
import type { NumberedInitiative } from "./numbered.ts";
import { OverrideForm, type SaveOverride } from "./override-form.tsx";

type Props = {
  row: NumberedInitiative;
  all: readonly Initiative[];
  findings: readonly Finding[];
  findingsHref: string;
  checksHref: string;
  saveOverride?: SaveOverride;
};

/** One initiative: what it removes, what it takes and how that was priced, how it is done, when it is done. */
export function InitiativePanel({
  row: { number, initiative },
  all,
  findings,
  findingsHref,
  checksHref,
  saveOverride,
}: Props) {
  const { effort, quadrant, risk } = initiative;
  const after = initiative.after.flatMap((id) => all.find((each) => each.id === id) ?? []);
  const skills = Object.entries(effort.bySkill).map(([skill, days]) => `${skill} ${formatDecimal(days)}`);
  return (
    <section aria-live="polite" aria-label="Chosen initiative" className="rounded-panel border border-hairline">
      <header className="border-hairline border-b px-4 py-3.5">
        <p className="text-muted text-xs">
          {number} · {sayQuadrant(quadrant)}: {QUADRANT_MEANS[quadrant]}
        </p>
        <h2 className="mt-1 text-base font-strong">{sayInitiative(initiative)}</h2>
      </header>
      <div className="px-4 py-1.5">
        <DefinitionList
          items={[
            { term: "Layer", value: <LayerMark layer={initiative.layer} /> },
            { term: "Removes", value: `${formatRisk(risk)} in ${formatThings(initiative.findings.length, "finding")}` },
            {
              term: "Takes",
              value: (
                <>
                  <span className="font-strong">{formatEffort(effort)}</span>
                  <span className="block text-muted text-xs">{sayEffort(effort)}</span>
                </>
              ),
            },
            { term: "Skills", value: skills.length > 0 ? `${formatList(skills)} days` : initiative.skill },
            ...(after.length > 0 ? [{ term: "After", value: formatList(after.map(sayInitiative)) }] : []),
            {
              term: "Done when",
              value:
                initiative.verifiedBy.length === 0
                  ? "a new answer says so"
                  : initiative.verifiedBy.map((check) => (
                      <TextLink
                        key={check}
                        href={`${checksHref}/${check}`}
                        className="block font-mono text-xs leading-6"
                      >
                        {check}
                      </TextLink>
                    )),
            },
          ]}
        />
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
      <InitiativeFindings initiative={initiative} findings={findings} findingsHref={findingsHref} />
      <InitiativeSteps initiative={initiative} />
    </section>
  );
}
