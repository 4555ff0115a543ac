import "server-only";
import { projectScores } from "#lib/scoring/project-scores.ts";
import { closedByFindings } from "#lib/scoring/project-verdicts.ts";
import { catalogOf, type Standing } from "../assessments/load-standing.ts";

/** Layer scores (low) as they will be once these findings are closed. */
export function projectedLayers(standing: Standing, findings: ReadonlySet<string>) {
  const card = projectScores(
    catalogOf(standing),
    standing.clusters.map(({ profile, verdicts }) => ({ profile, verdicts })),
    closedByFindings(findings),
  );
  return card.layers.map(({ layer, own, assured }) => ({ layer, own: own.low, assured: assured.low }));
}
