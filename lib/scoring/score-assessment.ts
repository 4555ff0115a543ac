import type { Catalog } from "#lib/catalog/control.ts";
import { LAYERS, type LayerId } from "#lib/catalog/framework.ts";
import type { ClusterVerdicts } from "#lib/evidence/evidence.ts";
import type { ClusterProfile, Finding } from "./finding.ts";
import { leaf, leastOf } from "./least.ts";
import { pinFindings } from "./pin-findings.ts";
import type { CellScore, Derivation, LayerScore, ScoreCard } from "./score.ts";
import { overallOf, scoreCluster } from "./score-cluster.ts";
import { derivationOfOwn, titleOf } from "./score-layers.ts";
import { type Scored, weightedMean } from "./weighted-mean.ts";

export type AssessedCluster = { profile: ClusterProfile; verdicts: ClusterVerdicts };
type Rated = { profile: ClusterProfile; card: ScoreCard };

/**
 * The score card of an assessment: every number is the mean of its clusters' numbers, each cluster by its criticality
 * (1-5); where nothing applies on a cluster, that cluster stays out. One cluster: its own card. None: all is unknown.
 */
export function scoreAssessment(
  catalog: Catalog,
  clusters: readonly AssessedCluster[],
  findings: readonly Finding[] = [],
): ScoreCard {
  const rated = clusters.map(({ profile, verdicts }) => ({ profile, card: scoreCluster(catalog, verdicts) }));
  const [first] = rated;
  if (!first) return scoreCluster(catalog, { clusterId: "", clusterName: "", verdicts: [] }, findings);
  return pinFindings(rated.length === 1 ? first.card : meanCard(catalog, rated, first.card), findings);
}

function meanCard(catalog: Catalog, rated: readonly Rated[], first: ScoreCard): ScoreCard {
  const layers = meanLayers(catalog, rated);
  return {
    overall: overallOf(
      meanOf("Overall, own", rated, (card) => ({ score: card.overall.own, derivation: partOf(card, 0) })),
      meanOf("Overall, assured", rated, (card) => ({ score: card.overall.assured, derivation: partOf(card, 1) })),
    ),
    layers,
    concerns: first.concerns.map((concern, n) => ({
      ...concern,
      ...meanOf(catalog.concerns[n]?.title ?? concern.concern, rated, (card) => card.concerns[n]),
      cappedBy: rated.map(({ card }) => card.concerns[n]?.cappedBy ?? null).find((cap) => cap !== null) ?? null,
    })),
    dimensions: first.dimensions.map((dimension, n) => ({
      ...dimension,
      ...meanOf(catalog.dimensions[n]?.title ?? dimension.dimension, rated, (card) => card.dimensions[n]),
    })),
    cells: first.cells.map((cell, n) => ({ ...cell, score: meanCell(rated, n) })),
  };
}

/** Mean by criticality. The weight of the result is the mean weight, so that it compares with a single cluster's. */
function meanOf(label: string, rated: readonly Rated[], of: (card: ScoreCard) => Scored | undefined): Scored {
  const parts = rated.flatMap(({ profile, card }) => {
    const scored = of(card);
    return scored ? [{ label: profile.name, weight: profile.criticality, ...scored }] : [];
  });
  const { score, derivation } = weightedMean(label, parts, "criticality");
  if (score.weight === 0) return { score, derivation };
  const weight = parts.reduce((total, part) => total + part.weight * part.score.weight, 0);
  return {
    score: { ...score, weight: weight / rated.reduce((all, one) => all + one.profile.criticality, 0) },
    derivation,
  };
}

function meanLayers(catalog: Catalog, rated: readonly Rated[]): LayerScore[] {
  const layers: LayerScore[] = [];
  for (const layer of LAYERS) {
    const title = `${titleOf(catalog.layers, layer)} layer`;
    const of = (card: ScoreCard) => card.layers.find((one) => one.layer === layer);
    const own = meanOf(`${title}, own`, rated, (card) => ownOf(of(card)));
    const mean = meanOf(`${title}, assured`, rated, (card) => assuredOf(of(card)));
    const assured = withinOuter(`${title}, assured`, mean, layers.at(-1));
    const heldBy = assured.score.low < own.score.low ? strongestHolder(rated, layer) : null;
    layers.push({ layer, own: own.score, assured: assured.score, heldBy, derivation: assured.derivation });
  }
  return layers;
}

function ownOf(layer: LayerScore | undefined): Scored | undefined {
  return layer && { score: layer.own, derivation: derivationOfOwn(layer) };
}

function assuredOf(layer: LayerScore | undefined): Scored | undefined {
  return layer && { score: layer.assured, derivation: layer.derivation };
}

/** Clusters where nothing of a layer applies stay out of its mean; the rule of layers must hold all the same. */
function withinOuter(label: string, mean: Scored, outer: LayerScore | undefined): Scored {
  if (!outer || (mean.score.low <= outer.assured.low && mean.score.high <= outer.assured.high)) return mean;
  const around = leaf(`${outer.layer} layer, assured`, outer.assured, "Derived at that layer.");
  return leastOf(label, mean, around, "No layer is better than the one around it");
}

/** The outer layer that costs this one most points over the clusters, each by its criticality. */
function strongestHolder(rated: readonly Rated[], layer: LayerId): LayerId | null {
  const costs = new Map<LayerId, number>();
  for (const { profile, card } of rated) {
    const found = card.layers.find((one) => one.layer === layer);
    if (!found?.heldBy) continue;
    const cost = profile.criticality * (found.own.low - found.assured.low);
    costs.set(found.heldBy, (costs.get(found.heldBy) ?? 0) + cost);
  }
  return [...costs].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function meanCell(rated: readonly Rated[], n: number): CellScore["score"] {
  const { score } = meanOf("", rated, ({ cells }) => {
    const found = cells[n]?.score;
    return found ? { score: found, derivation: NONE } : undefined;
  });
  return score.weight > 0 ? score : null;
}

const NONE: Derivation = { label: "", value: "", rule: "", parts: [] };

function partOf(card: ScoreCard, n: 0 | 1): Derivation {
  return card.overall.derivation.parts[n] ?? card.overall.derivation;
}
