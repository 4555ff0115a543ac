import { type ConcernId, LAYERS, type LayerId } from "#lib/catalog/framework.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import { byRiskThenLayer } from "#lib/scoring/find-findings.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import type { Box, LayersMap, Point } from "./geometry.ts";
import type { Placement } from "./place-layers.ts";

/** The way of an arrow from a concern's box into the water of an outer layer; `turn` tells lanes apart. */
export type Route = (box: Box, own: Box, next: Box, turn: number) => Point[];

type Escalation = LayersMap["escalations"][number];
type Titles = { layer: (layer: LayerId) => string; concern: (concern: ConcernId) => string };

/** One arrow for each concern and outer layer that charted findings of it escape to, in the order of the concerns. */
export function routeEscalations(
  placement: Placement,
  findings: readonly Finding[],
  titles: Titles,
  route: Route,
): Escalation[] {
  const escaping = findings.filter(escapes).toSorted(byRiskThenLayer);
  return placement.concerns.flatMap(({ concern, layer, box }) => {
    const byTarget = Map.groupBy(
      escaping.filter((finding) => finding.concern === concern),
      (finding) => finding.escalatesTo,
    );
    return LAYERS.flatMap((target): Escalation[] => {
      const [worst, ...others] = byTarget.get(target) ?? [];
      const own = boxOf(placement, layer);
      const next = boxOf(placement, LAYERS[LAYERS.indexOf(target) + 1] ?? layer);
      if (!worst) return [];
      const path = route(box, own, next, LAYERS.indexOf(layer) - LAYERS.indexOf(target));
      const [from, to] = [path[0], path.at(-1)];
      if (!from || !to) return [];
      const more = others.length > 0 ? `, and ${formatThings(others.length, "more finding")}` : "";
      const sentence = `From ${titles.concern(concern)} a breach escapes to the ${titles.layer(target).toLowerCase()} layer: "${worst.title}" is not met${more}.`;
      return [
        {
          from,
          to,
          path,
          concern,
          layer: target,
          finding: worst.id,
          findings: [worst, ...others].map(({ id }) => id),
          sentence,
        },
      ];
    });
  });
}

/** Charted, with a concern to start from, and outward. */
function escapes({ maturity, concern, escalatesTo, layer }: Finding): boolean {
  return (
    maturity !== null && concern !== null && escalatesTo !== null && LAYERS.indexOf(escalatesTo) < LAYERS.indexOf(layer)
  );
}

function boxOf(placement: Placement, layer: LayerId): Box {
  return placement.layers.find((one) => one.layer === layer)?.box ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** How far beyond the border the arrow's head stands. */
const BEYOND = 10;

/**
 * Wide: straight up into the layer around; further out along a lane above the own concerns to the right edge, where
 * no concern stands. The lane of each distance is its own, so that arrows of one kind share a line and others do not.
 */
export const routeWide: Route = (box, own, next, turn) => {
  const x = box.x + box.width - 12 - (turn - 1) * 10;
  const from = { x, y: box.y };
  if (turn === 1) return [from, { x, y: own.y - BEYOND }];
  const y = own.y + 6 + (turn - 1) * 5;
  return [from, { x, y }, { x: next.x + next.width + BEYOND, y }];
};

/** Narrow: to the right, across the margins. */
export const routeNarrow: Route = (box, _own, next, turn) => {
  const y = box.y + 12 + turn * 9;
  return [
    { x: box.x + box.width, y },
    { x: next.x + next.width + 6, y },
  ];
};
