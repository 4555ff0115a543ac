import type { Box, HeatMap } from "#lib/maps/geometry.ts";
import { formatDecimal, formatInterval, formatScore, formatThings, percentOf } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { drawFitted, drawLine } from "../draw-text.ts";
import { drawHatch } from "../hatch.ts";
import { drawMapLegend } from "../map-legend.ts";
import { dimensionTitle, layerTitle } from "../names.ts";
import { section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { drawRiskMark } from "../risk-mark.ts";
import { drawScoreBar } from "../score-marks.ts";
import { grouped, tagged } from "../structure.ts";
import { coloured, TYPE } from "../type-scale.ts";
import { type Projection, project } from "./layers-map-drawing.ts";

/** Four layers by eight dimensions: each cell says its score, its findings and its risk; beneath, the dimensions. */
export function drawHeatMapPage(pen: Pen): void {
  section(pen, "Heat map of layers and dimensions", titleOf(pen), "landscape", () => {
    const map = pen.model.heatMap;
    const height = Math.min((pen.area.width / map.width) * map.height, pen.area.bottom - pen.y - 90);
    const box = { x: pen.area.left, y: pen.y - 8, width: pen.area.width, height };
    const to = project(map, box);
    tagged(pen, "Figure", () => drawCells(pen, map, to), { alt: inWords(pen), box });
    pen.y += height + 4;
    drawDimensions(pen, map, to);
    pen.y = pen.area.bottom - 12;
    drawMapLegend(
      pen,
      "Score of 100 · findings and risk points (pts) include the uncharted · ground: worst charted finding",
    );
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
    const said = `${formatScore(cell.score)}, ${formatThings(cell.findings, "finding")}, ${formatDecimal(cell.risk)} points`;
    return `${place}: ${cell.score === null ? "nothing applies" : said}`;
  });
  return `${cells.join(". ")}.`;
}

function drawCells(pen: Pen, map: HeatMap, to: Projection): void {
  for (const column of map.columns) {
    const at = to.point(column.at);
    const lines = column.lines.length;
    for (const [i, line] of column.lines.entries())
      drawLine(pen, line, at.x, at.y - 10 * (lines - i), TYPE.labelBold, "center");
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
    doc.rect(box.x, box.y, box.width, box.height).lineWidth(0.5).stroke(LIGHT.hairline);
    drawLine(pen, "nothing applies", box.x + box.width / 2, box.y + box.height / 2 - 5, TYPE.label, "center");
    return;
  }
  const ground = cell.level === "none" ? LIGHT.sunken : LIGHT.levels[cell.level].tint;
  doc.rect(box.x, box.y, box.width, box.height).fill(ground);
  // From the foot up; the text keeps its own ground.
  const hatched = box.height * (1 - cell.score.coverage);
  drawHatch(pen, box.x, box.y + box.height - hatched, box.width, hatched, 4);
  if (hatched > box.height - 38) doc.rect(box.x + 2, box.y + 2, box.width - 4, 35).fill(ground);
  drawLine(pen, formatScore(cell.score), box.x + 6, box.y + 3, { ...TYPE.heading, tabular: true });
  if (cell.level !== "none") drawRiskMark(pen, cell.level, box.x + box.width - 11, box.y + 12, 4);
  const risk =
    cell.findings === 0 ? "no finding" : `${formatThings(cell.findings, "finding")} · ${formatDecimal(cell.risk)} pts`;
  drawFitted(pen, risk, box.x + 6, box.y + 22, coloured(TYPE.label, LIGHT.ink), box.width - 10);
}

/** Each dimension over all layers, under its column. */
function drawDimensions(pen: Pen, map: HeatMap, to: Projection): void {
  const y = pen.y + 6;
  grouped(pen, "Table", () => {
    grouped(pen, "TR", () => {
      const x = to.point(map.rows[0]?.at ?? { x: 0, y: 0 }).x;
      tagged(pen, "TH", () => drawLine(pen, "All layers", x, y - 2, TYPE.smallBold, "right"), { scope: "Row" });
      for (const { dimension, score } of pen.model.scores.dimensions) {
        const cell = map.cells.find((other) => other.dimension === dimension);
        if (!cell) continue;
        const box = to.box(cell.box);
        tagged(pen, "TD", () => {
          drawScoreBar(pen, score, LIGHT.soundings.cluster, box.x, y, box.width - 8, 8);
          drawLine(pen, formatInterval(score), box.x, y + 11, { ...TYPE.numberBold, size: 8.5 });
          drawLine(
            pen,
            `${percentOf(score.coverage)} % seen`,
            box.x + box.width - 8,
            y + 12,
            TYPE.labelNumber,
            "right",
          );
        });
      }
    });
  });
}
