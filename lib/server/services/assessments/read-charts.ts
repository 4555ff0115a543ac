import { AssessmentId } from "#lib/contracts/inputs.ts";
import { heatMap, heatMapNarrow } from "#lib/maps/heat-map.ts";
import { layersMap, layersMapNarrow } from "#lib/maps/layers-map.ts";
import { headline } from "#lib/presentation/sentences-of-scores.ts";
import { verb } from "../verb.ts";
import { catalogOf, loadStanding } from "./load-standing.ts";

/** Scores, both maps and the sentence above them. */
export const readCharts = verb(
  { name: "assessments.read-charts", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const standing = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    const catalog = catalogOf(standing);
    const { assessment, card, findings } = standing;
    return {
      assessment: {
        id: assessment.id,
        name: assessment.name,
        startsOn: assessment.startsOn,
        clusters: assessment.clusters.map(({ id, name }) => ({ id, name })),
      },
      headline: headline(catalog, card, findings),
      card,
      findings,
      layersMap: layersMap(catalog, card, findings),
      layersMapNarrow: layersMapNarrow(catalog, card, findings),
      heatMap: heatMap(catalog, card),
      heatMapNarrow: heatMapNarrow(catalog, card),
      scanned: standing.clusters.filter(({ scan }) => scan !== null).length,
    };
  },
);
