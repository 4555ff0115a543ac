import type { ConcernText } from "#lib/catalog/control.ts";
import { layerOfConcern } from "#lib/catalog/framework.ts";
import { leaf, leastOf } from "./least.ts";
import type { ConcernScore } from "./score.ts";
import { type JudgedControl, scoreControl } from "./score-control.ts";
import { weightedMean } from "./weighted-mean.ts";

/**
 * A concern whose critical control is known to be absent scores no more than this. Below 50, which is what "partial"
 * everywhere would earn: a door that stands open is worse than every door ajar. Unknown does not cap: it already
 * counts 0 in the low score, and the high one asks what could be at best.
 */
export const CRITICAL_CAP = 40;

/** Weighted mean over the concern's controls, capped where a critical one is known to be absent. */
export function scoreConcern({ id, title }: ConcernText, judged: readonly JudgedControl[]): ConcernScore {
  const controls = judged.filter(({ control }) => control.concern === id);
  const mean = weightedMean(title, controls.map(scoreControl));
  const worst = controls.find(
    ({ control, verdict }) => control.critical && verdict.applicable && verdict.maturity === 0,
  );
  if (!worst) return { concern: id, layer: layerOfConcern(id), ...mean, cappedBy: null };
  const limit = { ...mean.score, low: CRITICAL_CAP, high: CRITICAL_CAP };
  const cap = leaf("Cap of a concern with an absent critical control", limit, `Fixed at ${CRITICAL_CAP}.`);
  const before = { ...mean, derivation: { ...mean.derivation, label: `${title}, before the cap` } };
  const capped = leastOf(title, before, cap, `Capped, for a critical control is absent ("${worst.control.title}")`);
  return { concern: id, layer: layerOfConcern(id), ...capped, cappedBy: worst.control.id };
}
