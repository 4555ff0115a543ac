import type { ConcernId } from "#lib/catalog/framework.ts";
import {
  formatCount,
  formatDecimal,
  formatInterval,
  formatList,
  formatScore,
  formatThings,
  percentOf,
} from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { drawLine, drawLines } from "../draw-text.ts";
import { drawMapLegend } from "../map-legend.ts";
import { layerTitle } from "../names.ts";
import { ensureRoom, section, startPage, subheading } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { drawScoreBar } from "../score-marks.ts";
import { tagged } from "../structure.ts";
import { drawTable, type Row } from "../table.ts";
import { coloured, TYPE } from "../type-scale.ts";
import { wrapText } from "../wrap-text.ts";
import { drawLayersMap } from "./layers-map-drawing.ts";

/** The 4 C's map on a landscape page, then the table that says the same. */
export function drawLayersMapPages(pen: Pen): void {
  section(pen, "Map of the 4 C's", titleOf(pen), "landscape", () => {
    const legend = 20;
    const box = { x: pen.area.left, y: pen.y - 4, width: pen.area.width, height: pen.area.bottom - pen.y - legend };
    tagged(pen, "Figure", () => drawLayersMap(pen, box), { alt: inWords(pen), box });
    pen.y = pen.area.bottom - 12;
    drawMapLegend(
      pen,
      "Score of 100, unknown counted as unmet · bar: own above, assured below",
      pen.model.layersMap.escalations.length > 0,
    );
    startPage(pen, "portrait");
    subheading(pen, "The concerns of the four layers", 100);
    drawConcernTable(pen);
    drawEscalations(pen);
  });
}

/** The finding of the map: which layer holds which down, and where most risk sits. */
function titleOf(pen: Pen): string {
  const { layers, concerns } = pen.model.layersMap;
  const held = layers.filter((layer) => layer.heldBy !== null);
  const holder = held[0]?.heldBy;
  const risks = concerns.map(({ concern, title }) => ({ title, risk: chartedOf(pen, concern).risk }));
  const [worst] = risks.toSorted((a, b) => b.risk - a.risk);
  const most =
    worst && worst.risk > 0 ? `most risk: ${worst.title}, ${formatDecimal(worst.risk)} points` : "no risk is charted";
  if (!holder) return `No layer holds another down; ${most}`;
  const names = held.filter((layer) => layer.heldBy === holder).map((layer) => layer.title.toLowerCase());
  return `The ${layerTitle(pen.model, holder).toLowerCase()} layer holds the ${formatList(names)} ${names.length === 1 ? "layer" : "layers"} down; ${most}`;
}

function inWords(pen: Pen): string {
  const layers = pen.model.layersMap.layers.map(
    (layer) => `${layer.title}: own ${formatScore(layer.own)}, assured ${formatScore(layer.assured)}`,
  );
  return `Four nested layers with their concerns. ${layers.join("; ")}. The table on the next page says the same.`;
}

/** Findings of a concern that rest on evidence, as everywhere in the report where risk is summed up. */
function chartedOf(pen: Pen, concern: ConcernId): { count: number; risk: number } {
  const charted = pen.model.findings.filter((finding) => finding.concern === concern);
  return { count: charted.length, risk: charted.reduce((sum, finding) => sum + finding.risk.points, 0) };
}

function drawConcernTable(pen: Pen): void {
  const columns = [
    { title: "Concern", share: 9.4 },
    { title: "Score", share: 4.4 },
    { title: "Seen", share: 1.7, align: "right" as const },
    { title: "Findings", share: 1.8, align: "right" as const },
    { title: "Risk points", share: 2.2, align: "right" as const },
    { title: "Uncharted", share: 2.1, align: "right" as const },
  ];
  drawTable(
    pen,
    columns,
    pen.model.layersMap.layers.flatMap((layer) => rowsOfLayer(pen, layer.layer)),
  );
}

function rowsOfLayer(pen: Pen, layer: Parameters<typeof layerTitle>[1]): Row[] {
  const mine = pen.model.layersMap.concerns.filter((concern) => concern.layer === layer);
  const rows = mine.map((concern): Row => {
    const { count, risk } = chartedOf(pen, concern.concern);
    const uncharted = pen.model.uncharted.filter((finding) => finding.concern === concern.concern).length;
    const bar = (x: number, y: number, width: number) => {
      drawScoreBar(pen, concern.score, LIGHT.soundings[layer], x, y + 2.5, width - 44, 7);
      drawLine(pen, formatInterval(concern.score), x + width, y, TYPE.number, "right");
    };
    return {
      cells: [
        [{ text: concern.title, style: TYPE.small }],
        [{ height: 12, draw: bar }],
        [{ text: `${percentOf(concern.score.coverage)} %`, style: TYPE.number }],
        [{ text: formatCount(count), style: TYPE.number }],
        [{ text: formatDecimal(risk), style: TYPE.number }],
        [{ text: uncharted === 0 ? "–" : formatCount(uncharted), style: TYPE.number }],
      ],
    };
  });
  return [{ group: layerTitle(pen.model, layer) }, ...rows];
}

function drawEscalations(pen: Pen): void {
  const { escalations } = pen.model.layersMap;
  if (escalations.length === 0) return;
  subheading(pen, `${formatThings(escalations.length, "way")} out of a layer`, 40);
  const style = coloured(TYPE.label, LIGHT.ink);
  for (const { sentence } of escalations) {
    const lines = wrapText(pen, sentence, style, pen.area.width);
    ensureRoom(pen, lines.length * style.leading);
    tagged(pen, "P", () => {
      pen.y += drawLines(pen, lines, pen.area.left, pen.y, style);
    });
    pen.y += 4;
  }
}
