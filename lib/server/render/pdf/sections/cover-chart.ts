import type { Box } from "#lib/maps/geometry.ts";
import { formatScore } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { drawLine } from "../draw-text.ts";
import type { Pen } from "../pen.ts";
import { drawRiskMark } from "../risk-mark.ts";
import { coloured, TYPE } from "../type-scale.ts";
import { type DepthLine, depthLines, scaled } from "./depth-lines.ts";

/** The assessment drawn as a sea chart: coasts of the four layers, soundings by concern, hazards where they are critical. */
export function drawCoverChart(pen: Pen, frame: Box): void {
  const { doc, model } = pen;
  doc.save().rect(frame.x, frame.y, frame.width, frame.height).clip();
  doc.rect(frame.x, frame.y, frame.width, frame.height).fill(LIGHT.sunken);
  const water = { x: frame.x + 24, y: frame.y + 24, width: frame.width - 48, height: frame.height - 48 };
  drawGraticule(pen, frame);
  for (const line of depthLines(model.layersMap, model.digest, water, 7)) drawDepthLine(pen, line);
  drawSoundings(pen, water);
  doc.restore();
  drawNeatline(pen, frame);
}

function drawDepthLine(pen: Pen, { layer, shore, points }: DepthLine): void {
  const { doc } = pen;
  for (const [i, { x, y }] of points.entries()) {
    if (i === 0) doc.moveTo(x, y);
    else doc.lineTo(x, y);
  }
  doc.closePath().lineJoin("round");
  if (shore) doc.lineWidth(0.9).fillAndStroke(LIGHT.depths[layer], LIGHT.soundings[layer]);
  else doc.lineWidth(0.3).stroke(LIGHT.soundings[layer]);
}

function drawSoundings(pen: Pen, water: Box): void {
  const { layersMap } = pen.model;
  for (const concern of layersMap.concerns) {
    const box = scaled(concern.box, layersMap, water);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const seen = concern.score.coverage > 0;
    drawLine(
      pen,
      seen ? formatScore(concern.score) : "?",
      x,
      y - 5,
      coloured(TYPE.labelBold, LIGHT.soundings.code),
      "center",
    );
    if (concern.hazards.some((hazard) => hazard.level === "critical" && hazard.count > 0))
      drawRiskMark(pen, "critical", x + 13, y, 2.6);
  }
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
  doc.rect(frame.x, frame.y, frame.width, frame.height).lineWidth(0.6).stroke(LIGHT.soundings.code);
  doc
    .rect(frame.x - edge, frame.y - edge, frame.width + 2 * edge, frame.height + 2 * edge)
    .lineWidth(0.9)
    .stroke(LIGHT.soundings.code);
  const [across, down] = [24, 20];
  for (let i = 0; i < across; i += 2) {
    const step = frame.width / across;
    doc
      .rect(frame.x + i * step, frame.y - edge + 1.5, step, edge - 3)
      .rect(frame.x + (i + 1) * step, frame.y + frame.height + 1.5, step, edge - 3);
  }
  for (let i = 0; i < down; i += 2) {
    const step = frame.height / down;
    doc
      .rect(frame.x - edge + 1.5, frame.y + i * step, edge - 3, step)
      .rect(frame.x + frame.width + 1.5, frame.y + (i + 1) * step, edge - 3, step);
  }
  doc.fill(LIGHT.soundings.code);
}
