import type { Box, LayersMap, Point } from "#lib/maps/geometry.ts";
import { formatCoverage, formatScore } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { drawLine } from "../draw-text.ts";
import { drawHatch } from "../hatch.ts";
import { textWidth } from "../measure-text.ts";
import type { Pen } from "../pen.ts";
import { drawRiskMark } from "../risk-mark.ts";
import { drawScoreGlyph } from "../score-marks.ts";
import { type TextStyle, TYPE } from "../type-scale.ts";

/** From the map's own units to points on the page. */
type Projection = { scale: number; point: (at: Point) => Point; box: (box: Box) => Box };

/** Draws the same geometry that the screen shows, as large as the box allows, centred. */
export function drawLayersMap(pen: Pen, into: Box): void {
  const map = pen.model.layersMap;
  const to = project(map, into);
  for (const layer of map.layers) drawLayer(pen, layer, to);
  for (const concern of map.concerns) drawConcern(pen, concern, to);
  for (const { from, to: end } of map.escalations) drawArrow(pen, to.point(from), to.point(end));
}

export function project(map: { width: number; height: number }, into: Box): Projection {
  const scale = Math.min(into.width / map.width, into.height / map.height);
  const left = into.x + (into.width - map.width * scale) / 2;
  const top = into.y + (into.height - map.height * scale) / 2;
  const point = (at: Point) => ({ x: left + at.x * scale, y: top + at.y * scale });
  return { scale, point, box: (box) => ({ ...point(box), width: box.width * scale, height: box.height * scale }) };
}

function drawLayer(pen: Pen, layer: LayersMap["layers"][number], to: Projection): void {
  const box = to.box(layer.box);
  pen.doc
    .roundedRect(box.x, box.y, box.width, box.height, layer.radius * to.scale)
    .lineWidth(0.75)
    .fillAndStroke(LIGHT.depths[layer.layer], LIGHT.soundings[layer.layer]);
  const at = to.point(layer.titleAt);
  drawLine(pen, layer.title, at.x, at.y - 13, TYPE.bodyBold);
  drawScoreGlyph(pen, layer.own, layer.assured, layer.layer, at.x, at.y + 6, 64, 10);
  drawLine(pen, `own ${formatScore(layer.own)} · assured ${formatScore(layer.assured)}`, at.x, at.y + 18, {
    ...TYPE.labelBold,
    tabular: true,
  });
  drawLine(pen, formatCoverage(layer.own), at.x, at.y + 28, TYPE.label);
}

function drawConcern(pen: Pen, concern: LayersMap["concerns"][number], to: Projection): void {
  const box = to.box(concern.box);
  const { doc } = pen;
  doc
    .roundedRect(box.x, box.y, box.width, box.height, 3)
    .lineWidth(0.5)
    .fillAndStroke(LIGHT.surface, LIGHT.soundings[concern.layer]);
  const hatched = box.width * concern.uncharted;
  drawHatch(pen, box.x + box.width - hatched, box.y, hatched, box.height, 4, LIGHT.hairline);
  const style = fitLines(pen, concern.lines, box.width - 10);
  for (const [i, line] of concern.lines.entries()) drawLine(pen, line, box.x + 5, box.y + 4 + i * style.leading, style);
  drawLine(
    pen,
    concern.score.coverage > 0 ? formatScore(concern.score) : "?",
    box.x + 5,
    box.y + 8 + concern.lines.length * style.leading,
    TYPE.bodyBold,
  );
  for (const { level, count, at } of concern.hazards) {
    const { x, y } = to.point(at);
    drawRiskMark(pen, level, x, y, 3.4, true);
    drawLine(pen, String(count), x + 6, y - 5, TYPE.labelBold);
  }
}

/** The label style, smaller where a line of the title would not fit. */
function fitLines(pen: Pen, lines: readonly string[], width: number): TextStyle {
  const widest = Math.max(1, ...lines.map((line) => textWidth(pen, line, TYPE.labelBold)));
  const size = Math.min(TYPE.labelBold.size, (TYPE.labelBold.size * width) / widest);
  return { ...TYPE.labelBold, size, leading: size * 1.25 };
}

function drawArrow(pen: Pen, from: Point, to: Point): void {
  const { doc } = pen;
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const head = (turn: number) => [to.x - 5 * Math.cos(angle + turn), to.y - 5 * Math.sin(angle + turn)] as const;
  doc.moveTo(from.x, from.y).lineTo(to.x, to.y).lineWidth(1).stroke(LIGHT.ink);
  doc
    .moveTo(to.x, to.y)
    .lineTo(...head(0.45))
    .lineTo(...head(-0.45))
    .closePath()
    .fill(LIGHT.ink);
}
