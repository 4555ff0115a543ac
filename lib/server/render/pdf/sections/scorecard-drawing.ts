import type { Box, Point } from "#lib/maps/geometry.ts";
import type { Initiative, Quadrant } from "#lib/planning/initiative.ts";
import { thresholdsOf } from "#lib/planning/quadrant.ts";
import { formatDecimal } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { QUADRANT_MEANS, sayInitiative, sayQuadrant } from "#lib/presentation/sentences-of-plans.ts";
import { ticksUpTo } from "../axis.ts";
import { drawFitted, drawLine } from "../draw-text.ts";
import { textWidth } from "../measure-text.ts";
import type { Pen } from "../pen.ts";
import { coloured, TYPE } from "../type-scale.ts";
import { fitText } from "../wrap-text.ts";
import { spreadMarks } from "./spread-marks.ts";

type Scale = (value: number) => number;

const RADIUS = 7;

/** Effort across, risk up; a numbered mark for each initiative, named where there is room. */
export function drawScatter(pen: Pen, box: Box): void {
  const { initiatives } = pen.model;
  const plot = { x: box.x + 36, y: box.y + 18, width: box.width - 40, height: box.height - 50 };
  const days = ticksUpTo(Math.max(1, ...initiatives.map((initiative) => initiative.effort.days)) * 1.04, 8);
  const risk = ticksUpTo(Math.max(1, ...initiatives.map((initiative) => initiative.risk)) * 1.08, 6);
  const x: Scale = (value) => plot.x + (value / (days.at(-1) ?? 1)) * plot.width;
  const y: Scale = (value) => plot.y + plot.height - (value / (risk.at(-1) ?? 1)) * plot.height;
  drawGrid(pen, plot, days, risk, x, y);
  drawQuadrants(pen, plot, x, y);
  const places = initiatives.map((initiative) => ({ x: x(initiative.effort.days), y: y(initiative.risk) }));
  const marks = spreadMarks(places, 2 * RADIUS + 1);
  const taken: Box[] = marks.map((mark) => around(mark));
  for (const [i, initiative] of initiatives.entries())
    drawName(pen, sayInitiative(initiative), marks[i] ?? plot, taken, plot);
  for (const [i, mark] of marks.entries()) drawLeader(pen, places[i] ?? mark, mark);
  for (const [i, initiative] of initiatives.entries()) drawMark(pen, initiative, i + 1, marks[i] ?? plot);
}

function around(mark: Point): Box {
  return { x: mark.x - RADIUS, y: mark.y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS };
}

function drawGrid(pen: Pen, plot: Box, days: readonly number[], risk: readonly number[], x: Scale, y: Scale): void {
  const { doc } = pen;
  const foot = plot.y + plot.height;
  for (const tick of days) {
    doc.moveTo(x(tick), plot.y).lineTo(x(tick), foot).lineWidth(0.5).stroke(LIGHT.hairline);
    drawLine(pen, formatDecimal(tick), x(tick), foot + 4, TYPE.labelNumber, "center");
  }
  for (const tick of risk) {
    doc
      .moveTo(plot.x, y(tick))
      .lineTo(plot.x + plot.width, y(tick))
      .lineWidth(0.5)
      .stroke(LIGHT.hairline);
    drawLine(pen, formatDecimal(tick), plot.x - 6, y(tick) - 5, TYPE.labelNumber, "right");
  }
  doc
    .moveTo(plot.x, plot.y)
    .lineTo(plot.x, foot)
    .lineTo(plot.x + plot.width, foot)
    .lineWidth(0.75)
    .stroke(LIGHT.rule);
  drawLine(pen, "effort, person-days →", plot.x + plot.width / 2, foot + 16, TYPE.labelBold, "center");
  doc.save().rotate(-90, { origin: [plot.x - 32, plot.y + plot.height / 2] });
  drawLine(pen, "risk points removed →", plot.x - 32, plot.y + plot.height / 2 - 5, TYPE.labelBold, "center");
  doc.restore();
}

/** Lines where the quadrants part, and their names in the corners. */
function drawQuadrants(pen: Pen, plot: Box, x: Scale, y: Scale): void {
  const { doc } = pen;
  const { days, risk } = thresholdsOf(pen.model.initiatives);
  doc
    .moveTo(x(days), plot.y)
    .lineTo(x(days), plot.y + plot.height)
    .lineWidth(0.9)
    .stroke(LIGHT.rule);
  doc
    .moveTo(plot.x, y(risk))
    .lineTo(plot.x + plot.width, y(risk))
    .lineWidth(0.9)
    .stroke(LIGHT.rule);
  // Outside of the plot, at the four corners: no mark can come to lie on them.
  const [left, right] = [plot.x, plot.x + plot.width];
  const [top, bottom] = [plot.y - 15, plot.y + plot.height + 14];
  const corners: [Quadrant, number, number, "left" | "right"][] = [
    ["do now", left, top, "left"],
    ["plan well", right, top, "right"],
    ["fill in", left, bottom, "left"],
    ["think twice", right, bottom, "right"],
  ];
  for (const [quadrant, at, down, align] of corners) {
    drawLine(pen, `${sayQuadrant(quadrant)}: ${QUADRANT_MEANS[quadrant]}`, at, down, TYPE.smallBold, align);
  }
}

/** From a mark that had to move to the place that it stands for. */
function drawLeader(pen: Pen, place: Point, mark: Point): void {
  if (Math.hypot(place.x - mark.x, place.y - mark.y) < 1) return;
  pen.doc.moveTo(place.x, place.y).lineTo(mark.x, mark.y).lineWidth(0.6).stroke(LIGHT.soundings.code);
  pen.doc.circle(place.x, place.y, 1.2).fill(LIGHT.soundings.code);
}

function drawMark(pen: Pen, initiative: Initiative, number: number, at: Point): void {
  pen.doc.circle(at.x, at.y, RADIUS).lineWidth(0.9).fillAndStroke(LIGHT.depths[initiative.layer], LIGHT.soundings.code);
  drawLine(pen, String(number), at.x, at.y - 5, TYPE.labelBold, "center");
}

/** The name beside its mark, on a strip of the page, where nothing else stands; else the number has to do. */
function drawName(pen: Pen, name: string, mark: Point, taken: Box[], plot: Box): void {
  const text = fitText(pen, name, TYPE.label, 190);
  const width = textWidth(pen, text, TYPE.label);
  const [right, left, middle] = [mark.x + RADIUS + 3, mark.x - RADIUS - 3 - width, mark.x - width / 2];
  const [level, above, below] = [mark.y - 5, mark.y - RADIUS - 11, mark.y + RADIUS + 1];
  const places = [
    { x: right, y: level },
    { x: left, y: level },
    { x: middle, y: above },
    { x: middle, y: below },
    { x: right - 6, y: above + 2 },
    { x: right - 6, y: below - 2 },
    { x: left + 6, y: above + 2 },
    { x: left + 6, y: below - 2 },
  ];
  const free = places.find((at) => isFree({ ...at, width, height: 10 }, taken, plot));
  if (!free) return;
  taken.push({ ...free, width, height: 10 });
  pen.doc.rect(free.x - 1, free.y + 1, width + 2, 8).fill(LIGHT.surface);
  drawFitted(pen, text, free.x, free.y, coloured(TYPE.label, LIGHT.ink), width + 1);
}

/** Inside the plot, and on nothing that is already there. */
function isFree({ x, y, width, height }: Box, taken: readonly Box[], plot: Box): boolean {
  const [right, foot] = [plot.x + plot.width, plot.y + plot.height];
  if (x < plot.x + 2 || x + width > right || y < plot.y || y + height > foot) return false;
  return taken.every(
    (box) => x + width < box.x || x > box.x + box.width || y + height < box.y || y > box.y + box.height,
  );
}
