import type { Box } from "#lib/maps/geometry.ts";
import { formatScore } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { drawLine } from "../draw-text.ts";
import { textWidth } from "../measure-text.ts";
import type { Pen } from "../pen.ts";
import { drawRiskMark } from "../risk-mark.ts";
import { coloured, TYPE } from "../type-scale.ts";
import { type Chart, chartOf, type DepthLine, type Sounding } from "./depth-lines.ts";

/** The assessment drawn as a sea chart: coasts of the four layers, soundings by concern, hazards where they are critical. */
export function drawCoverChart(pen: Pen, frame: Box): void {
  const { doc, model } = pen;
  const water = { x: frame.x + 26, y: frame.y + 26, width: frame.width - 52, height: frame.height - 52 };
  const chart = chartOf(model.layersMap, model.digest, water, 8);
  doc.save().rect(frame.x, frame.y, frame.width, frame.height).clip();
  doc.rect(frame.x, frame.y, frame.width, frame.height).fill(LIGHT.sunken);
  drawGraticule(pen, frame);
  for (const line of chart.lines) drawDepthLine(pen, line);
  for (const name of chart.names) drawName(pen, name);
  for (const sounding of chart.soundings) drawSounding(pen, sounding);
  doc.restore();
  drawNeatline(pen, frame);
}

function drawDepthLine(pen: Pen, { layer, shore, points }: DepthLine): void {
  const { doc } = pen;
  for (const [i, { x, y }] of points.entries()) {
    if (i === 0) doc.moveTo(round(x), round(y));
    else doc.lineTo(round(x), round(y));
  }
  doc.closePath().lineJoin("round");
  if (shore) doc.lineWidth(0.9).fillAndStroke(LIGHT.depths[layer], LIGHT.soundings[layer]);
  else doc.lineWidth(0.3).stroke(LIGHT.soundings[layer]);
}

function drawName(pen: Pen, { layer, title, at }: Chart["names"][number]): void {
  const style = coloured(TYPE.bodyBold, LIGHT.soundings.code);
  pen.doc.roundedRect(at.x - 4, at.y - 7, textWidth(pen, title, style) + 8, 14, 7).fill(LIGHT.depths[layer]);
  drawLine(pen, title, at.x, at.y - 8, style);
}

/** A score as a sounding; on the ground of its layer, so that no depth line runs through it. */
function drawSounding(pen: Pen, { concern, at }: Sounding): void {
  const critical = concern.hazards.some((hazard) => hazard.level === "critical" && hazard.count > 0);
  const text = concern.score.coverage > 0 ? formatScore(concern.score) : "?";
  pen.doc.roundedRect(at.x - 9, at.y - 6, critical ? 29 : 18, 12, 6).fill(LIGHT.depths[concern.layer]);
  drawLine(pen, text, at.x, at.y - 5, coloured({ ...TYPE.labelBold, tabular: true }, LIGHT.soundings.code), "center");
  if (critical) drawRiskMark(pen, "critical", at.x + 13, at.y, 2.8);
}

function drawGraticule(pen: Pen, frame: Box): void {
  const { doc } = pen;
  for (let i = 1; i < 6; i++) {
    const x = frame.x + (frame.width * i) / 6;
    doc.moveTo(x, frame.y).lineTo(x, frame.y + frame.height);
  }
  for (let i = 1; i < 5; i++) {
    const y = frame.y + (frame.height * i) / 5;
    doc.moveTo(frame.x, y).lineTo(frame.x + frame.width, y);
  }
  doc.lineWidth(0.4).stroke(LIGHT.hairline);
}

/** The border of a sea chart: two lines with every other minute filled between them. */
function drawNeatline(pen: Pen, frame: Box): void {
  const { doc } = pen;
  const edge = 5;
  const colour = LIGHT.soundings.code;
  doc.rect(frame.x, frame.y, frame.width, frame.height).lineWidth(0.6).stroke(colour);
  doc
    .rect(frame.x - edge, frame.y - edge, frame.width + 2 * edge, frame.height + 2 * edge)
    .lineWidth(0.9)
    .stroke(colour);
  const [across, down] = [24, 20];
  for (let i = 0; i < across; i += 2) {
    const step = frame.width / across;
    doc.rect(frame.x + i * step, frame.y - edge + 1.5, step, edge - 3);
    doc.rect(frame.x + (i + 1) * step, frame.y + frame.height + 1.5, step, edge - 3);
  }
  for (let i = 0; i < down; i += 2) {
    const step = frame.height / down;
    doc.rect(frame.x - edge + 1.5, frame.y + i * step, edge - 3, step);
    doc.rect(frame.x + frame.width + 1.5, frame.y + (i + 1) * step, edge - 3, step);
  }
  doc.fill(colour);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
