import { OverrideForm, type SaveOverride } from "#components/scorecard/override-form.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Finding } from "#lib/scoring/finding.ts";
import { RiskPosition } from "./risk-position.tsx";
import { RiskSteps } from "./risk-steps.tsx";

/** How the risk of a finding came to be, step by step, and the way to say otherwise with a reason. */
export function FindingRisk({ finding, saveOverride }: { finding: Finding; saveOverride?: SaveOverride }) {
  const { risk } = finding;
  return (
    <Section title="How its risk came to be">
      <div className="grid gap-8 md:grid-cols-[14rem_minmax(0,1fr)]">
        <RiskPosition risk={risk} />
        <div className="grid content-start gap-4">
          <RiskSteps finding={finding} />
          {saveOverride ? (
            <div>
              <OverrideForm
                of="risk"
                subject={finding.id}
                computed={`${risk.computed} risk points`}
                label="Risk points, 1 to 25"
                max={25}
                override={risk.override ? { value: risk.override.points, reason: risk.override.reason } : null}
                save={saveOverride}
              />
            </div>
          ) : null}
        </div>
      </div>
    </Section>
  );
}
