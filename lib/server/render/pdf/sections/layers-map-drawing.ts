import type { Box, LayersMap, Point } from "#lib/maps/geometry.ts";
import { CONCERN_TEXT_SIZE } from "#lib/maps/layers-map.ts";
import { formatInterval, formatScore, percentOf } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { drawLine } from "../draw-text.ts";
import { drawHatch } from "../hatch.ts";
import { textWidth } from "../measure-text.ts";
import type { Pen } from "../pen.ts";
import { drawRiskMark } from "../risk-mark.ts";
import { drawScoreGlyph } from "../score-marks.ts";
import { CAP_HEIGHT, coloured, type TextStyle, TYPE } from "../type-scale.ts";

/** From the map's own units to points on the page. */
export type Projection = { scale: number; point: (at: Point) => Point; box: (box: Box) => Box };

/** Draws the same geometry that the screen shows, as large as the box allows, centred. */
export function drawLayersMap(pen: Pen, into: Box): void {
  const map = pen.model.layersMap;
  const to = project(map, into);
  for (const layer of map.layers) drawLayer(pen, layer, to);
  for (const concern of map.concerns) drawConcern(pen, concern, to);
  for (const { from, to: end, path } of map.escalations) drawArrow(pen, (path ?? [from, end]).map(to.point));
}

export function project(map: { width: number; height: number }, into: Box): Projection {
  const scale = Math.min(into.width / map.width, into.height / map.height);
  const left = into.x + (into.width - map.width * scale) / 2;
  const top = into.y + (into.height - map.height * scale) / 2;
  const point = (at: Point) => ({ x: left + at.x * scale, y: top + at.y * scale });
  return { scale, point, box: (box) => ({ ...point(box), width: box.width * scale, height: box.height * scale }) };
}

/** Text that stands on a baseline of the map. */
function drawOnBaseline(pen: Pen, text: string, at: Point, style: TextStyle): void {
  drawLine(pen, text, at.x, at.y - (style.leading + CAP_HEIGHT * style.size) / 2, style);
}

function drawLayer(pen: Pen, layer: LayersMap["layers"][number], to: Projection): void {
  const box = to.box(layer.box);
  const { doc } = pen;
  doc.roundedRect(box.x, box.y, box.width, box.height, layer.radius * to.scale).lineWidth(0.75);
  doc.fillAndStroke(LIGHT.depths[layer.layer], LIGHT.soundings[layer.layer]);
  drawOnBaseline(pen, layer.title, to.point(layer.titleAt), TYPE.bodyBold);
  const glyph = to.box(layer.glyphBox ?? { ...layer.titleAt, y: layer.titleAt.y + 10, width: 114, height: 52 });
  // Each number at the end of its own track: own above, assured below.
  drawScoreGlyph(pen, layer.own, layer.assured, layer.layer, glyph.x, glyph.y, glyph.width - 14, 15);
  const number = { ...TYPE.labelBold, size: 6.5, leading: 8, tabular: true };
  drawLine(pen, formatScore(layer.own), glyph.x + glyph.width, glyph.y - 0.5, number, "right");
  drawLine(pen, formatScore(layer.assured), glyph.x + glyph.width, glyph.y + 7.5, number, "right");
  const seen = `${percentOf(layer.own.coverage)} % of weight seen`;
  drawLine(pen, seen, glyph.x, glyph.y + 18, shrunk(pen, seen, coloured(TYPE.label, LIGHT.ink), glyph.width));
  for (const hazard of layer.hazards ?? []) drawPin(pen, hazard, to);
}

/** The style, smaller where the text would not fit the width. */
function shrunk(pen: Pen, text: string, style: TextStyle, width: number): TextStyle {
  return { ...style, size: Math.min(6.5, (style.size * width) / textWidth(pen, text, style)), leading: 9 };
}

function drawConcern(pen: Pen, concern: LayersMap["concerns"][number], to: Projection): void {
  const box = to.box(concern.box);
  const { doc } = pen;
  doc.roundedRect(box.x, box.y, box.width, box.height, 3).fill(LIGHT.surface);
  const unknown = concern.unchartedBox === undefined ? uncharted(concern) : concern.unchartedBox;
  if (unknown) {
    const hatched = to.box(unknown);
    doc.save().roundedRect(box.x, box.y, box.width, box.height, 3).clip();
    drawHatch(pen, hatched.x, hatched.y, hatched.width, hatched.height, 4);
    doc.restore();
  }
  doc.roundedRect(box.x, box.y, box.width, box.height, 3).lineWidth(0.5).stroke(LIGHT.soundings[concern.layer]);
  const style = { ...TYPE.labelBold, size: CONCERN_TEXT_SIZE * to.scale, leading: 15 * to.scale };
  for (const [i, line] of concern.lines.entries()) {
    const at = concern.linesAt?.[i] ?? { x: concern.box.x + 10, y: concern.box.y + 19 + i * 15 };
    drawOnPaper(pen, line, to.point(at), style, unknown !== null);
  }
  const scoreAt = to.point(concern.scoreAt ?? { x: concern.box.x + 10, y: concern.box.y + concern.box.height - 32 });
  const known = concern.score.coverage > 0;
  drawOnPaper(
    pen,
    known ? formatScore(concern.score) : "uncharted",
    scoreAt,
    known ? { ...TYPE.bodyBold, tabular: true } : style,
    unknown !== null,
  );
  if (known && formatInterval(concern.score) !== formatScore(concern.score)) drawInterval(pen, concern, scoreAt);
  for (const hazard of concern.hazards) drawPin(pen, hazard, to);
}

function drawInterval(pen: Pen, { score }: LayersMap["concerns"][number], at: Point): void {
  const x = at.x + textWidth(pen, formatScore(score), { ...TYPE.bodyBold, tabular: true }) + 4;
  drawOnPaper(pen, `to ${Math.round(score.high)}`, { x, y: at.y }, { ...TYPE.label, size: 6.5, tabular: true }, true);
}

function uncharted(concern: LayersMap["concerns"][number]): Box | null {
  const width = concern.box.width * concern.uncharted;
  return width > 0 ? { ...concern.box, x: concern.box.x + concern.box.width - width, width } : null;
}

/** Text over a hatch gets a strip of the page beneath it, so that it stays readable. */
function drawOnPaper(pen: Pen, text: string, at: Point, style: TextStyle, hatched: boolean): void {
  if (hatched)
    pen.doc
      .rect(at.x - 1.5, at.y - style.size * 0.85, textWidth(pen, text, style) + 3, style.size * 1.12)
      .fill(LIGHT.surface);
  drawOnBaseline(pen, text, at, style);
}

function drawPin(
  pen: Pen,
  { level, count, at }: LayersMap["concerns"][number]["hazards"][number],
  to: Projection,
): void {
  const { x, y } = to.point(at);
  drawRiskMark(pen, level, x, y, 3, true);
  const style = { ...TYPE.labelBold, size: 6.5, leading: 10 };
  pen.doc.roundedRect(x + 4.4, y - 3.6, textWidth(pen, String(count), style) + 1.6, 7.2, 1).fill(LIGHT.surface);
  drawLine(pen, String(count), x + 5.2, y - 5, style);
}

/** A way out of a layer: along its path, with a head at the end. */
function drawArrow(pen: Pen, path: readonly Point[]): void {
  const { doc } = pen;
  const [before, end] = [path.at(-2), path.at(-1)];
  if (!before || !end) return;
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const head = (turn: number) => [end.x - 6 * Math.cos(angle + turn), end.y - 6 * Math.sin(angle + turn)] as const;
  for (const [i, { x, y }] of path.entries()) {
    if (i === 0) doc.moveTo(x, y);
    else doc.lineTo(x, y);
  }
  doc.lineWidth(1).stroke(LIGHT.ink);
  doc
    .moveTo(end.x, end.y)
    .lineTo(...head(0.45))
    .lineTo(...head(-0.45))
    .closePath()
    .fill(LIGHT.ink);
}
