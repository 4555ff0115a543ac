import type { Catalog } from "#lib/catalog/control.ts";
import type { LayerId } from "#lib/catalog/framework.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import type { LayerScore, ScoreCard } from "#lib/scoring/score.ts";
import { formatList, formatThings, isBlank, percentOf } from "./numbers.ts";

/** Below this share of evidence the finding is that there is hardly any. */
const HARDLY_CHARTED = 0.25;

/**
 * The finding of a whole score card as one sentence, fit for a title: "The cluster layer holds containers and code
 * down; RBAC authorization costs 12 of its 38 missing points." Where hardly anything is known it says that instead.
 * Points are of the headline (low) score, rounded.
 */
export function headline(catalog: Catalog, card: ScoreCard, findings: readonly Finding[]): string {
  const { assured } = card.overall;
  if (isBlank(assured)) return "Nothing applies here yet, so there is nothing to score.";
  if (assured.coverage < HARDLY_CHARTED) {
    const charted = percentOf(assured.coverage);
    return `${charted === 0 ? "Nothing is charted yet" : `Only ${charted} % is charted yet`}; a scan or an answer fills in the map.`;
  }
  const holder = strongestHolder(card);
  const layer = holder ?? weakestLayer(card);
  if (!layer) return "Nothing applies here yet, so there is nothing to score.";
  const missing = Math.round(100 - layer.own.low);
  if (missing <= 0) return `Every layer is met in full${sayCritical(findings)}.`;
  const title = titleOf(catalog, layer.layer).toLowerCase();
  const held = card.layers.filter((one) => one.heldBy === layer.layer).map((one) => nameOfHeld(one.layer));
  const opening = holder
    ? `The ${title} layer holds ${formatList(held)} down`
    : `No layer holds another down, and the ${title} layer is the weakest`;
  return `${opening}; ${sayCost(catalog, card, layer, missing)}.`;
}

/** The layer that takes most points from the layers within it. */
function strongestHolder({ layers }: ScoreCard): LayerScore | null {
  const cost = (holder: LayerId) =>
    layers.reduce((total, one) => total + (one.heldBy === holder ? one.own.low - one.assured.low : 0), 0);
  const holders = layers.filter((one) => cost(one.layer) > 0);
  return holders.toSorted((a, b) => cost(b.layer) - cost(a.layer))[0] ?? null;
}

function weakestLayer({ layers }: ScoreCard): LayerScore | null {
  const scored = layers.filter((one) => !isBlank(one.own));
  return scored.toSorted((a, b) => a.own.low - b.own.low)[0] ?? null;
}

/** Which concern takes most of a layer's missing points; controls of pure health are together one part. */
function sayCost(catalog: Catalog, card: ScoreCard, layer: LayerScore, missing: number): string {
  const concerns = card.concerns
    .filter((one) => one.layer === layer.layer && !isBlank(one.score))
    .map(({ concern, score }) => ({ concern, lost: score.weight * (100 - score.low) }))
    .toSorted((a, b) => b.lost - a.lost);
  const [worst] = concerns;
  const lost = layer.own.weight * (100 - layer.own.low);
  if (!worst || worst.lost <= 0 || lost <= 0) return `${missing} points are missing, all of them in its health`;
  const points = Math.min(missing, Math.max(1, Math.round((worst.lost / lost) * missing)));
  const title = catalog.concerns.find((text) => text.id === worst.concern)?.title ?? worst.concern;
  return `${title} costs ${points} of its ${missing} missing points`;
}

function sayCritical(findings: readonly Finding[]): string {
  const critical = findings.filter((one) => one.maturity !== null && one.level === "critical").length;
  return critical > 0 ? `, and ${formatThings(critical, "critical finding")} stand open` : "";
}

function titleOf(catalog: Catalog, layer: LayerId): string {
  return catalog.layers.find((text) => text.id === layer)?.title ?? layer;
}

/** "containers", "code": what a layer within another one is called when it is held down. */
function nameOfHeld(layer: LayerId): string {
  const names: Record<LayerId, string> = {
    cloud: "the cloud",
    cluster: "the cluster",
    container: "containers",
    code: "code",
  };
  return names[layer];
}
