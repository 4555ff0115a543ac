import { sayRisk, sayRiskStep } from "#lib/presentation/sentences-of-findings.ts";
import type { Finding } from "#lib/scoring/finding.ts";

/** How the risk of a finding came to be, a step a line. */
export function RiskSteps({ finding }: { finding: Finding }) {
  const { risk } = finding;
  return (
    <div className="grid gap-3">
      <p>{sayRisk(finding)}</p>
      {risk.steps.length > 0 ? (
        <ol className="grid gap-1.5">
          {risk.steps.map((step) => (
            <li key={`${step.of}${step.reason}`} className="border-hairline border-l-2 pl-3">
              {sayRiskStep(step)}
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-muted">Nothing that was seen moved it from where the control starts.</p>
      )}
      {risk.override ? (
        <p className="reading-width">
          {risk.override.by} set {risk.override.points} instead of {risk.computed}: {risk.override.reason}
        </p>
      ) : null}
    </div>
  );
}
