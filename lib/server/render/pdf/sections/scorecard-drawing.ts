import type { Box, Point } from "#lib/maps/geometry.ts";
import type { Initiative, Quadrant } from "#lib/planning/initiative.ts";
import { formatDecimal } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { QUADRANT_MEANS, sayInitiative, sayQuadrant } from "#lib/presentation/sentences-of-plans.ts";
import { niceCeiling } from "../curve-chart.ts";
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
  const days = niceCeiling(Math.max(1, ...initiatives.map((initiative) => initiative.effort.days)));
  const risk = niceCeiling(Math.max(1, ...initiatives.map((initiative) => initiative.risk)));
  const x: Scale = (value) => plot.x + (value / days) * plot.width;
  const y: Scale = (value) => plot.y + plot.height - (value / risk) * plot.height;
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

function drawGrid(pen: Pen, plot: Box, days: number, risk: number, x: Scale, y: Scale): void {
  const { doc } = pen;
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const [across, up] = [x(days * share), y(risk * share)];
    doc
      .moveTo(across, plot.y)
      .lineTo(across, plot.y + plot.height)
      .moveTo(plot.x, up)
      .lineTo(plot.x + plot.width, up);
    doc.lineWidth(0.5).stroke(LIGHT.hairline);
    drawLine(pen, formatDecimal(days * share), across, plot.y + plot.height + 4, TYPE.labelNumber, "center");
    drawLine(pen, formatDecimal(risk * share), plot.x - 6, up - 5, TYPE.labelNumber, "right");
  }
  doc
    .moveTo(plot.x, plot.y)
    .lineTo(plot.x, plot.y + plot.height)
    .lineTo(plot.x + plot.width, plot.y + plot.height)
    .lineWidth(0.75)
    .stroke(LIGHT.rule);
  drawLine(pen, "effort, person-days →", plot.x + plot.width, plot.y + plot.height + 16, TYPE.labelBold, "right");
  drawLine(pen, "↑ risk points removed", plot.x - 30, plot.y + plot.height + 16, TYPE.labelBold);
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

/** The name to the right, left, above or below its mark, where nothing else stands; else the number has to do. */
function drawName(pen: Pen, name: string, mark: Point, taken: Box[], plot: Box): void {
  const text = fitText(pen, name, TYPE.label, 150);
  const width = textWidth(pen, text, TYPE.label);
  const places: Point[] = [
    { x: mark.x + RADIUS + 3, y: mark.y - 5 },
    { x: mark.x - RADIUS - 3 - width, y: mark.y - 5 },
    { x: mark.x - width / 2, y: mark.y - RADIUS - 11 },
    { x: mark.x - width / 2, y: mark.y + RADIUS + 1 },
  ];
  const corner = 130;
  const free = places.find(({ x, y }) => {
    if (x < plot.x + 2 || x + width > plot.x + plot.width || y < plot.y || y + 10 > plot.y + plot.height) return false;
    if (
      (y < plot.y + 30 || y > plot.y + plot.height - 34) &&
      (x < plot.x + corner || x + width > plot.x + plot.width - corner)
    )
      return false;
    return taken.every((box) => x + width < box.x || x > box.x + box.width || y + 10 < box.y || y > box.y + box.height);
  });
  if (!free) return;
  taken.push({ ...free, width, height: 10 });
  drawFitted(pen, text, free.x, free.y, coloured(TYPE.label, LIGHT.ink), width + 1);
}
