import type { Catalog } from "#lib/catalog/control.ts";
import { type ClosedControls, projectVerdicts } from "./project-verdicts.ts";
import type { ScoreCard } from "./score.ts";
import { type AssessedCluster, scoreAssessment } from "./score-assessment.ts";

/** The score card that is expected once these findings are closed. */
export function projectScores(
  catalog: Catalog,
  clusters: readonly AssessedCluster[],
  closed: ClosedControls,
): ScoreCard {
  const projected = clusters.map(({ profile, verdicts }) => {
    const [after = verdicts] = projectVerdicts([verdicts], closed);
    return { profile, verdicts: after };
  });
  return scoreAssessment(catalog, projected);
}
