import type { Catalog } from "#lib/catalog/control.ts";
import type { ClusterVerdicts } from "#lib/evidence/evidence.ts";
import type { Finding } from "./finding.ts";
import { pinFindings } from "./pin-findings.ts";
import type { DimensionScore, LayerScore, ScoreCard } from "./score.ts";
import { scoreCells } from "./score-cells.ts";
import { scoreConcern } from "./score-concern.ts";
import { type JudgedControl, judgedControls, scoreControl } from "./score-control.ts";
import { derivationOfOwn, scoreLayers, titleOf } from "./score-layers.ts";
import { type Scored, type Weighed, weightedMean } from "./weighted-mean.ts";

/**
 * The score card of one cluster. Scores 0-100 in tenths, low <= high; rules: weightedMean, scoreConcern, scoreLayers.
 * The findings, when given, are counted into the cells.
 */
export function scoreCluster(
  catalog: Catalog,
  verdicts: ClusterVerdicts,
  findings: readonly Finding[] = [],
): ScoreCard {
  const judged = judgedControls(catalog.controls, verdicts);
  const concerns = catalog.concerns.map((concern) => scoreConcern(concern, judged));
  const titles = new Map(catalog.concerns.map(({ id, title }) => [id, title]));
  const titleOfConcern = (concern: (typeof concerns)[number]["concern"]) => titles.get(concern) ?? concern;
  const layers = scoreLayers({ layers: catalog.layers, titleOfConcern }, concerns, judged);
  const card: ScoreCard = {
    overall: scoreOverall(catalog, layers),
    layers,
    concerns,
    dimensions: catalog.dimensions.map(({ id, title }) => scoreDimension(id, title, judged)),
    cells: scoreCells(judged, catalog.dimensions),
  };
  return pinFindings(card, findings);
}

function scoreDimension(
  dimension: DimensionScore["dimension"],
  title: string,
  judged: readonly JudgedControl[],
): DimensionScore {
  const controls = judged.filter(({ control }) => control.dimension === dimension);
  return { dimension, ...weightedMean(title, controls.map(scoreControl)) };
}

/** Means of the layers' own and of their assured scores, each layer by the weight of what applies in it. */
function scoreOverall(catalog: Catalog, layers: readonly LayerScore[]): ScoreCard["overall"] {
  const part = (layer: LayerScore, of: "own" | "assured"): Weighed => ({
    label: `${titleOf(catalog.layers, layer.layer)} layer, ${of}`,
    weight: layer.own.weight,
    score: layer[of],
    derivation: of === "assured" ? layer.derivation : derivationOfOwn(layer),
  });
  const own = weightedMean(
    "Overall, own",
    layers.map((layer) => part(layer, "own")),
  );
  const assured = weightedMean(
    "Overall, assured",
    layers.map((layer) => part(layer, "assured")),
  );
  return overallOf(own, assured);
}

/** Own and assured under one root. */
export function overallOf(own: Scored, assured: Scored): ScoreCard["overall"] {
  const value = `own ${own.derivation.value}, assured ${assured.derivation.value}`;
  const rule = "Two means over the four layers, one of their own scores and one of their assured ones.";
  const parts = [own.derivation, assured.derivation];
  return { own: own.score, assured: assured.score, derivation: { label: "Overall", value, rule, parts } };
}
