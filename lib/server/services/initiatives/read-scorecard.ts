import { can } from "#lib/access/permissions.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { catalogOf, loadStanding } from "../assessments/load-standing.ts";
import { verb } from "../verb.ts";

/** Every initiative by the risk that it removes and the effort that it takes, with the findings that it closes. */
export const readScorecard = verb(
  { name: "initiatives.read-scorecard", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const standing = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    const { assessment, initiatives, findings } = standing;
    const { concerns, dimensions } = catalogOf(standing);
    const charted = findings.filter((finding) => finding.maturity !== null);
    return {
      assessment: { id: assessment.id, name: assessment.name },
      initiatives,
      findings: charted,
      uncharted: findings.length - charted.length,
      /** Titles of concerns and dimensions, names of clusters, by id. */
      names: Object.fromEntries([
        ...[...concerns, ...dimensions].map(({ id, title }): [string, string] => [id, title]),
        ...standing.clusters.map(({ profile }): [string, string] => [profile.id, profile.name]),
      ]),
      mayOverride: can(member.role, "risk.override") && assessment.state !== "signed",
    };
  },
);
