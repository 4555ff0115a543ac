import { can } from "#lib/access/permissions.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { verb } from "../verb.ts";

/** Every initiative by the risk that it removes and the effort that it takes, with the findings that it closes. */
export const readScorecard = verb(
  { name: "initiatives.read-scorecard", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const { assessment, initiatives, findings } = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    const charted = findings.filter((finding) => finding.maturity !== null);
    return {
      assessment: { id: assessment.id, name: assessment.name },
      initiatives,
      findings: charted,
      uncharted: findings.length - charted.length,
      mayOverride: can(member.role, "risk.override") && assessment.state !== "signed",
    };
  },
);
