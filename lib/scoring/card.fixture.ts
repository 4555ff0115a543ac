import type { Catalog } from "#lib/catalog/control.ts";
import type { Maturity } from "#lib/catalog/framework.ts";
import type { ClusterVerdicts, ControlVerdict } from "#lib/evidence/evidence.ts";
import type { ClusterProfile } from "./finding.ts";
import type { Score, ScoreCard } from "./score.ts";

export function verdict(control: string, told: Partial<ControlVerdict> = {}): ControlVerdict {
  return {
    control,
    maturity: null,
    applicable: true,
    decidedBy: null,
    evidence: [],
    contradiction: null,
    affected: 0,
    lookedAt: 0,
    because: `Because of ${control}.`,
    ...told,
  };
}

/** Verdicts by control; what is not told is unknown. */
export function verdictsOf(
  catalog: Catalog,
  told: Record<string, Maturity | "not-applicable" | Partial<ControlVerdict>>,
  clusterId = "c1",
): ClusterVerdicts {
  const verdicts = catalog.controls.map(({ id }) => {
    const one = told[id];
    if (one === "not-applicable") return verdict(id, { applicable: false });
    return verdict(id, typeof one === "number" ? { maturity: one } : one);
  });
  return { clusterId, clusterName: clusterId, verdicts };
}

export function profileOf(told: Partial<ClusterProfile> = {}): ClusterProfile {
  return { id: "c1", name: "prod", criticality: 3, dataSensitivity: 3, ...told };
}

/** Every score of a card, by a name. */
export function scoresOf(card: ScoreCard): Map<string, Score> {
  return new Map<string, Score>([
    ["overall own", card.overall.own],
    ["overall assured", card.overall.assured],
    ...card.layers.flatMap(({ layer, own, assured }): [string, Score][] => [
      [`${layer} own`, own],
      [`${layer} assured`, assured],
    ]),
    ...card.concerns.map(({ concern, score }): [string, Score] => [concern, score]),
    ...card.dimensions.map(({ dimension, score }): [string, Score] => [dimension, score]),
    ...card.cells.flatMap(({ layer, dimension, score }): [string, Score][] =>
      score ? [[`${layer} x ${dimension}`, score]] : [],
    ),
  ]);
}
