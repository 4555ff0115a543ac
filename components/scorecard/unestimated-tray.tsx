import { SKILL_NAMES } from "#components/roadmap/skill-names.ts";
import { LayerMark } from "#components/scores/layer-mark.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Unestimated } from "#lib/planning/initiative.ts";
import type { OwnInitiative } from "#lib/planning/own-initiative.ts";
import { formatRisk, formatThings } from "#lib/presentation/numbers.ts";
import { OverrideForm, type SaveOverride } from "./override-form.tsx";
import { type OwnWorkActions, OwnWorkSection } from "./own-work-section.tsx";

type Props = {
  unestimated: readonly Unestimated[];
  own: readonly OwnInitiative[];
  actions?: OwnWorkActions;
  saveOverride?: SaveOverride;
};

/** What has no place in the picture yet, because nobody has said what it takes. It is never dropped. */
export function UnestimatedTray({ unestimated, own, actions, saveOverride }: Props) {
  if (unestimated.length === 0) return null;
  return (
    <Section
      title={`${formatThings(unestimated.length, "initiative")} without an estimate`}
      id="without-estimate"
      lede="No plan can hold what nobody has estimated: findings that it closes stay open until somebody says what it takes."
    >
      <ul className="grid gap-4 lg:grid-cols-2">
        {unestimated.map((each) => {
          const written = own.find(({ id }) => id === each.id);
          return (
            <li key={each.id} className="min-w-0 rounded-panel border border-hairline border-dashed">
              <div className="px-4 py-3.5">
                <h3 className="wrap-anywhere font-strong text-base">{each.title}</h3>
                <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
                  <LayerMark layer={each.layer} />
                  <span>
                    {formatRisk(each.risk)} in {formatThings(each.findings.length, "finding")}
                  </span>
                  <span>Main skill: {SKILL_NAMES[each.skill]}</span>
                </p>
                {saveOverride && (
                  <div className="mt-3">
                    <OverrideForm
                      of="effort"
                      subject={each.id}
                      opens="Say what it takes"
                      computed="nothing, nobody has estimated it"
                      label="Person-days"
                      max={10_000}
                      override={null}
                      save={saveOverride}
                    />
                  </div>
                )}
              </div>
              {written && <OwnWorkSection own={written} actions={actions} />}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
