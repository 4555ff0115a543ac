import type { Box, Point } from "#lib/maps/geometry.ts";
import type { Initiative, Quadrant } from "#lib/planning/initiative.ts";
import { formatDecimal } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { QUADRANT_MEANS, sayInitiative, sayQuadrant } from "#lib/presentation/sentences-of-plans.ts";
import { ticksUpTo } from "../axis.ts";
import { drawFitted, drawLine } from "../draw-text.ts";
import { textWidth } from "../measure-text.ts";
import type { Pen } from "../pen.ts";
import { coloured, TYPE } from "../type-scale.ts";
import { fitText } from "../wrap-text.ts";

type Scale = (value: number) => number;

const RADIUS = 7;

/** Effort across, risk up; a numbered mark for each initiative, named where there is room. */
export function drawScatter(pen: Pen, box: Box): void {
  const { initiatives } = pen.model;
  const plot = { x: box.x + 36, y: box.y + 8, width: box.width - 40, height: box.height - 40 };
  const days = ticksUpTo(Math.max(1, ...initiatives.map((initiative) => initiative.effort.days)) * 1.04, 8);
  const risk = ticksUpTo(Math.max(1, ...initiatives.map((initiative) => initiative.risk)) * 1.08, 6);
  const x: Scale = (value) => plot.x + (value / (days.at(-1) ?? 1)) * plot.width;
  const y: Scale = (value) => plot.y + plot.height - (value / (risk.at(-1) ?? 1)) * plot.height;
  drawGrid(pen, plot, days, risk, x, y);
  drawQuadrants(pen, plot, x, y);
  const marks = initiatives.map((initiative) => ({ x: x(initiative.effort.days), y: y(initiative.risk) }));
  const taken: Box[] = marks.map((mark) => around(mark));
  for (const [i, initiative] of initiatives.entries())
    drawName(pen, sayInitiative(initiative), marks[i] ?? plot, taken, plot);
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
  drawLine(pen, "effort, person-days →", plot.x + plot.width, foot + 16, TYPE.labelBold, "right");
  drawLine(pen, "↑ risk points removed", plot.x - 30, foot + 16, TYPE.labelBold);
}

/** Lines between the quadrants where the initiatives tell where they lie, and their names in the corners. */
function drawQuadrants(pen: Pen, plot: Box, x: Scale, y: Scale): void {
  const { initiatives } = pen.model;
  const of = (...quadrants: Quadrant[]) => initiatives.filter((initiative) => quadrants.includes(initiative.quadrant));
  const effort = between(
    of("do now", "fill in").map((i) => i.effort.days),
    of("plan well", "think twice").map((i) => i.effort.days),
  );
  const risk = between(
    of("fill in", "think twice").map((i) => i.risk),
    of("do now", "plan well").map((i) => i.risk),
  );
  const { doc } = pen;
  if (effort !== null)
    doc
      .moveTo(x(effort), plot.y)
      .lineTo(x(effort), plot.y + plot.height)
      .lineWidth(0.9)
      .stroke(LIGHT.rule);
  if (risk !== null)
    doc
      .moveTo(plot.x, y(risk))
      .lineTo(plot.x + plot.width, y(risk))
      .lineWidth(0.9)
      .stroke(LIGHT.rule);
  const [left, right] = [plot.x + 8, plot.x + plot.width - 8];
  const [top, bottom] = [plot.y + 6, plot.y + plot.height - 28];
  const corners: [Quadrant, number, number, "left" | "right"][] = [
    ["do now", left, top, "left"],
    ["plan well", right, top, "right"],
    ["fill in", left, bottom, "left"],
    ["think twice", right, bottom, "right"],
  ];
  for (const [quadrant, at, down, align] of corners) {
    drawLine(pen, sayQuadrant(quadrant), at, down, coloured(TYPE.bodyBold, LIGHT.muted), align);
    drawLine(pen, QUADRANT_MEANS[quadrant], at, down + 12, TYPE.label, align);
  }
}

/** A value that parts the lower from the upper ones, or null where they overlap or one side is empty. */
function between(lower: readonly number[], upper: readonly number[]): number | null {
  if (lower.length === 0 || upper.length === 0) return null;
  const [low, high] = [Math.max(...lower), Math.min(...upper)];
  return low <= high ? (low + high) / 2 : null;
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

/** Inside the plot, away from the names of the quadrants in its corners, and on nothing that is already there. */
function isFree({ x, y, width, height }: Box, taken: readonly Box[], plot: Box): boolean {
  const [right, foot] = [plot.x + plot.width, plot.y + plot.height];
  if (x < plot.x + 2 || x + width > right || y < plot.y || y + height > foot) return false;
  const inCorner = (y < plot.y + 34 || y + height > foot - 34) && (x < plot.x + 100 || x + width > right - 100);
  if (inCorner) return false;
  return taken.every(
    (box) => x + width < box.x || x > box.x + box.width || y + height < box.y || y > box.y + box.height,
  );
}
