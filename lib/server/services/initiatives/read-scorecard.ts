import { can } from "#lib/access/permissions.ts";
import { DIMENSIONS } from "#lib/catalog/framework.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { listOwnInitiatives } from "#lib/server/db/own-initiatives.ts";
import { catalogOf, loadStanding } from "../assessments/load-standing.ts";
import { verb } from "../verb.ts";

/** Every initiative by the risk that it removes and the effort that it takes, with the findings that it closes. */
export const readScorecard = verb(
  { name: "initiatives.read-scorecard", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const standing = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    const { assessment, initiatives, findings } = standing;
    const catalog = catalogOf(standing);
    const { concerns, dimensions } = catalog;
    const charted = findings.filter((finding) => finding.maturity !== null);
    return {
      assessment: { id: assessment.id, name: assessment.name },
      initiatives,
      /** What nobody has estimated, and what of all that people added, as they wrote it. */
      unestimated: standing.unestimated ?? [],
      own: await listOwnInitiatives(work, assessment.id),
      /** What own work may replace or wait for. */
      dimensions: dimensions.filter(({ id }) => DIMENSIONS.includes(id)).map(({ id, title }) => ({ id, title })),
      remedies: catalog.remedies.map(({ id, title }) => ({ id, title })),
      findings: charted,
      uncharted: findings.length - charted.length,
      /** Titles of concerns and dimensions, names of clusters, by id. */
      names: Object.fromEntries([
        ...[...concerns, ...dimensions].map(({ id, title }): [string, string] => [id, title]),
        ...standing.clusters.map(({ profile }): [string, string] => [profile.id, profile.name]),
      ]),
      mayAdd: can(member.role, "roadmap.plan") && assessment.state !== "signed",
      mayOverride: can(member.role, "risk.override") && assessment.state !== "signed",
    };
  },
);
