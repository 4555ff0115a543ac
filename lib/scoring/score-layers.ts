import type { LayerText } from "#lib/catalog/control.ts";
import { LAYERS, type LayerId } from "#lib/catalog/framework.ts";
import { leaf, leastOf } from "./least.ts";
import type { ConcernScore, Derivation, LayerScore } from "./score.ts";
import { type JudgedControl, scoreControl } from "./score-control.ts";
import { type Scored, type Weighed, weightedMean } from "./weighted-mean.ts";

type Texts = { layers: readonly LayerText[]; titleOfConcern: (concern: ConcernScore["concern"]) => string };

/** Own and assured score of the four layers, outermost first. */
export function scoreLayers(
  texts: Texts,
  concerns: readonly ConcernScore[],
  judged: readonly JudgedControl[],
): LayerScore[] {
  const owns = LAYERS.map((layer) => ({ layer, own: ownScore(texts, layer, concerns, judged) }));
  return assureLayers(texts.layers, owns);
}

/** Weighted mean over the layer's concerns and its controls of pure health. */
function ownScore(
  texts: Texts,
  layer: LayerId,
  concerns: readonly ConcernScore[],
  judged: readonly JudgedControl[],
): Scored {
  const ofConcerns = concerns
    .filter((concern) => concern.layer === layer)
    .map(({ concern, score, derivation }): Weighed => {
      return { label: texts.titleOfConcern(concern), weight: score.weight, score, derivation };
    });
  const ofHealth = judged
    .filter(({ control }) => control.layer === layer && control.concern === null)
    .map(scoreControl);
  return weightedMean(`${titleOf(texts.layers, layer)} layer, own`, [...ofConcerns, ...ofHealth]);
}

/** Assured is the smaller of own and the assured score of the layer around it, for low and high separately. */
export function assureLayers(
  texts: readonly LayerText[],
  owns: readonly { layer: LayerId; own: Scored }[],
): LayerScore[] {
  const assured: LayerScore[] = [];
  for (const { layer, own } of owns) {
    const label = `${titleOf(texts, layer)} layer, assured`;
    const outer = assured.at(-1);
    const around =
      outer && leaf(`${titleOf(texts, outer.layer)} layer, assured`, outer.assured, "Derived at that layer.");
    const result = around
      ? leastOf(label, own, around, "No layer is better than the one around it")
      : outermost(label, own);
    const held = outer !== undefined && result.score.low < own.score.low;
    const heldBy = held ? (outer.heldBy ?? outer.layer) : null;
    assured.push({ layer, own: own.score, assured: result.score, heldBy, derivation: result.derivation });
  }
  return assured;
}

function outermost(label: string, { score, derivation }: Scored): Scored {
  const rule = "The outermost layer: nothing is around it, so assured is its own.";
  return { score, derivation: { label, value: derivation.value, rule, parts: [derivation] } };
}

/** The derivation of a layer's own score: always the first part of the assured one's. */
export function derivationOfOwn({ derivation }: LayerScore): Derivation {
  return derivation.parts[0] ?? derivation;
}

export function titleOf(texts: readonly LayerText[], layer: LayerId): string {
  return texts.find((text) => text.id === layer)?.title ?? layer;
}
