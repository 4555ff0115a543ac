import type { Catalog } from "#lib/catalog/control.ts";
import type { ConcernId, LayerId } from "#lib/catalog/framework.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import type { ScoreCard } from "#lib/scoring/score.ts";
import { sum } from "#lib/scoring/weighted-mean.ts";
import { breakLines } from "./break-lines.ts";
import { countHazards, placePins, widthOfPins } from "./count-hazards.ts";
import type { Box, LayersMap, Point } from "./geometry.ts";
import { type Placement, placeNarrow, placeWide } from "./place-layers.ts";
import { rightShare } from "./right-share.ts";
import { type Route, routeEscalations, routeNarrow, routeWide } from "./route-escalations.ts";

/** Size that titles of concerns are set in, in map units; lines are broken for it. */
export const CONCERN_TEXT_SIZE = 12;
const LEADING = 15;
const PADDING = 10;

/** How the inside of a box is set; the four layers' and 21 concerns' boxes come from the placement. */
type Setting = {
  radius: number;
  lines: number;
  scoreAt: (box: Box) => Point;
  pinsAt: (box: Box, width: number) => Point;
  titleAt: (box: Box) => Point;
  glyphBox: (box: Box) => Box;
  heldAt: (box: Box) => Point;
  healthPinsAt: (box: Box, width: number) => Point;
};

const WIDE: Setting = {
  radius: 18,
  lines: 3,
  scoreAt: (box) => ({ x: box.x + PADDING, y: box.y + box.height - 32 }),
  pinsAt: (box) => ({ x: box.x + PADDING + 6, y: box.y + box.height - 13 }),
  titleAt: (box) => ({ x: box.x, y: box.y + 14 }),
  glyphBox: (box) => ({ x: box.x, y: box.y + 24, width: box.width - 14, height: 52 }),
  heldAt: (box) => ({ x: box.x, y: box.y + 91 }),
  healthPinsAt: (box) => ({ x: box.x + 6, y: box.y + box.height - 13 }),
};

const NARROW: Setting = {
  radius: 12,
  lines: 2,
  scoreAt: (box) => ({ x: box.x + PADDING, y: box.y + box.height - 9 }),
  pinsAt: (box, width) => ({ x: box.x + box.width - PADDING - width + 8, y: box.y + box.height - 13 }),
  titleAt: (box) => ({ x: box.x, y: box.y + 24 }),
  glyphBox: (box) => ({ x: box.x, y: box.y + 30, width: 150, height: 46 }),
  heldAt: (box) => ({ x: box.x + 162, y: box.y + 72 }),
  healthPinsAt: (box, width) => ({ x: box.x + box.width - width + 8, y: box.y + 20 }),
};

/** The 4 C's map, 1200 units wide. Every finding of the card's clusters is pinned, hatched or counted in its place. */
export function layersMap(catalog: Catalog, card: ScoreCard, findings: readonly Finding[]): LayersMap {
  return draw(catalog, card, findings, placeWide(), WIDE, routeWide);
}

/** The same for phones: 360 units wide, the concerns of a layer beneath each other. */
export function layersMapNarrow(catalog: Catalog, card: ScoreCard, findings: readonly Finding[]): LayersMap {
  return draw(catalog, card, findings, placeNarrow(), NARROW, routeNarrow);
}

function draw(
  catalog: Catalog,
  card: ScoreCard,
  findings: readonly Finding[],
  placement: Placement,
  setting: Setting,
  route: Route,
): LayersMap {
  const titles = {
    layer: (id: LayerId) => catalog.layers.find((text) => text.id === id)?.title ?? id,
    concern: (id: ConcernId) => catalog.concerns.find((text) => text.id === id)?.title ?? id,
  };
  const byConcern = Map.groupBy(findings, (finding) => finding.concern);
  const ofHealth = Map.groupBy(byConcern.get(null) ?? [], (finding) => finding.layer);
  return {
    width: placement.width,
    height: placement.height,
    layers: placement.layers.map((placed) =>
      layerOf(placed, titles.layer(placed.layer), card, ofHealth.get(placed.layer) ?? [], setting),
    ),
    concerns: placement.concerns.map((placed) =>
      concernOf(placed, titles.concern(placed.concern), card, byConcern.get(placed.concern) ?? [], setting),
    ),
    escalations: routeEscalations(placement, findings, titles, route),
  };
}

function layerOf(
  { layer, box, titleBox }: Placement["layers"][number],
  title: string,
  card: ScoreCard,
  ofHealth: readonly Finding[],
  setting: Setting,
): LayersMap["layers"][number] {
  const found = card.layers.find((one) => one.layer === layer);
  if (!found) throw new Error(`the score card has no layer ${layer}`);
  const { own, assured, heldBy } = found;
  const counts = countHazards(ofHealth);
  const hazards = placePins(counts, setting.healthPinsAt(titleBox, widthOfPins(counts)));
  const { radius } = setting;
  const places = {
    titleAt: setting.titleAt(titleBox),
    glyphBox: setting.glyphBox(titleBox),
    heldAt: setting.heldAt(titleBox),
  };
  return { layer, title, box, radius, own, assured, heldBy, ...places, hazards };
}

function concernOf(
  { concern, layer, box }: Placement["concerns"][number],
  title: string,
  card: ScoreCard,
  findings: readonly Finding[],
  setting: Setting,
): LayersMap["concerns"][number] {
  const found = card.concerns.find((one) => one.concern === concern);
  if (!found) throw new Error(`the score card has no concern ${concern}`);
  const lines = breakLines(title, CONCERN_TEXT_SIZE, box.width - 2 * PADDING, setting.lines);
  const counts = countHazards(findings);
  const uncharted = Math.min(1, Math.max(0, 1 - found.score.coverage));
  return {
    concern,
    layer,
    title,
    lines,
    linesAt: lines.map((_, n) => ({ x: box.x + PADDING, y: box.y + 19 + n * LEADING })),
    box,
    score: found.score,
    scoreAt: setting.scoreAt(box),
    uncharted,
    unchartedBox: rightShare(box, uncharted),
    hazards: placePins(counts, setting.pinsAt(box, widthOfPins(counts))),
    unchartedFindings: findings.filter((finding) => finding.maturity === null).length,
    findings: findings.length,
    risk: sum(findings.map((finding) => finding.risk.points)),
  };
}
