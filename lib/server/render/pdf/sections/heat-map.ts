import type { Box, HeatMap } from "#lib/maps/geometry.ts";
import { formatDecimal, formatInterval, formatScore, formatThings, percentOf } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { drawLine } from "../draw-text.ts";
import { drawHatch } from "../hatch.ts";
import { dimensionTitle, layerTitle } from "../names.ts";
import { ensureRoom, section, subheading } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { drawRiskMark } from "../risk-mark.ts";
import { drawScoreBar } from "../score-marks.ts";
import { tagged } from "../structure.ts";
import { TYPE } from "../type-scale.ts";
import { drawMapLegend } from "./layers-map.ts";
import { project } from "./layers-map-drawing.ts";

/** Four layers by eight dimensions: each cell says its score, its findings and its risk. */
export function drawHeatMapPage(pen: Pen): void {
  section(pen, "Heat map of layers and dimensions", titleOf(pen), "landscape", () => {
    const map = pen.model.heatMap;
    const height = Math.min((pen.area.width / map.width) * map.height, 300);
    const box = { x: pen.area.left, y: pen.y - 8, width: pen.area.width, height };
    tagged(pen, "Figure", () => drawCells(pen, map, box), { alt: inWords(pen) });
    pen.y += height + 4;
    drawMapLegend(pen);
    pen.y += 20;
    drawDimensions(pen);
  });
}

function titleOf(pen: Pen): string {
  const worst = pen.model.heatMap.cells.toSorted((a, b) => b.risk - a.risk)[0];
  if (!worst || worst.risk <= 0) return "No cell of the map carries charted risk";
  const place = `${dimensionTitle(pen.model, worst.dimension).toLowerCase()} in the ${layerTitle(pen.model, worst.layer).toLowerCase()} layer`;
  return `Most risk meets at ${place}: ${formatDecimal(worst.risk)} points in ${formatThings(worst.findings, "finding")}`;
}

function inWords(pen: Pen): string {
  const cells = pen.model.heatMap.cells.map((cell) => {
    const place = `${layerTitle(pen.model, cell.layer)}, ${dimensionTitle(pen.model, cell.dimension)}`;
    return cell.score === null
      ? `${place}: nothing applies`
      : `${place}: ${formatScore(cell.score)}, ${formatThings(cell.findings, "finding")}, ${formatDecimal(cell.risk)} points`;
  });
  return `${cells.join(". ")}.`;
}

function drawCells(pen: Pen, map: HeatMap, into: Box): void {
  const to = project(map, into);
  for (const column of map.columns) {
    const at = to.point(column.at);
    for (const [i, line] of column.lines.entries())
      drawLine(pen, line, at.x, at.y - 10 * (column.lines.length - i), TYPE.labelBold, "center");
  }
  for (const row of map.rows) {
    const at = to.point(row.at);
    drawLine(pen, row.title, at.x, at.y - 6, TYPE.smallBold, "right");
  }
  for (const cell of map.cells) drawCell(pen, cell, to.box(cell.box));
}

function drawCell(pen: Pen, cell: HeatMap["cells"][number], box: Box): void {
  const { doc } = pen;
  if (cell.level === "empty" || cell.score === null) {
    drawLine(pen, "nothing applies", box.x + box.width / 2, box.y + box.height / 2 - 5, TYPE.label, "center");
    return;
  }
  const ground = cell.level === "none" ? LIGHT.sunken : LIGHT.levels[cell.level].tint;
  doc.rect(box.x, box.y, box.width, box.height).fill(ground);
  const hatched = box.height * (1 - cell.score.coverage);
  drawHatch(pen, box.x, box.y + box.height - hatched, box.width, hatched, 5);
  doc.rect(box.x + 3, box.y + 3, box.width - 6, 36).fill(ground);
  drawLine(pen, formatScore(cell.score), box.x + 7, box.y + 4, { ...TYPE.heading, tabular: true });
  if (cell.level !== "none") drawRiskMark(pen, cell.level, box.x + box.width - 12, box.y + 13, 4);
  const risk =
    cell.findings === 0 ? "no finding" : `${formatThings(cell.findings, "finding")} · ${formatDecimal(cell.risk)} pts`;
  drawLine(pen, risk, box.x + 7, box.y + 25, { ...TYPE.label, colour: LIGHT.ink });
}

function drawDimensions(pen: Pen): void {
  const { dimensions } = pen.model.scores;
  subheading(pen, "The eight dimensions", 40);
  const step = (pen.area.width + 24) / 4;
  for (const [i, { dimension, score }] of dimensions.entries()) {
    if (i % 4 === 0 && i > 0) pen.y += 34;
    if (i % 4 === 0) ensureRoom(pen, 34);
    const x = pen.area.left + (i % 4) * step;
    const width = step - 24;
    const y = pen.y;
    tagged(pen, "P", () => {
      drawLine(pen, dimensionTitle(pen.model, dimension), x, y, TYPE.smallBold);
      drawLine(
        pen,
        `${formatInterval(score)} · ${percentOf(score.coverage)} % seen`,
        x + width,
        y,
        TYPE.labelNumber,
        "right",
      );
      drawScoreBar(pen, score, LIGHT.soundings.cluster, x, y + 14, width, 7);
    });
  }
  pen.y += 34;
}
