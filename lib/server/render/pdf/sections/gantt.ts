import type { LayerId } from "#lib/catalog/framework.ts";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import { formatPeriod, weekOfRoadmap } from "#lib/presentation/dates.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";
import { drawLine } from "../draw-text.ts";
import { textWidth } from "../measure-text.ts";
import { startPage } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { tagged } from "../structure.ts";
import { coloured, TYPE } from "../type-scale.ts";
import { fitText } from "../wrap-text.ts";

/** A bar with its label, in weeks and points: what it needs of a row. */
type Bar = { layer: LayerId; from: number; to: number; label: string; number: string; end: number };
type LaneRow = { layer: LayerId; first: boolean; bars: Bar[] };

const LANE = 68;
const ROW = 17;
const HEAD = 30;
const LABEL = 170;

/** Initiatives of the year as bars in lanes of the layers, outermost first; rows that do not fit go to further pages. */
export function drawGantt(pen: Pen, roadmap: Roadmap): void {
  const plot = { x: pen.area.left + LANE, width: pen.area.width - LANE };
  const week = (value: number) => plot.x + ((value - 1) / 52) * plot.width;
  const rows = packRows(pen, roadmap, week);
  let rest = rows;
  for (let page = 0; rest.length > 0 || page === 0; page++) {
    if (page > 0) startPage(pen, "landscape");
    const fit = Math.max(1, Math.floor((pen.area.bottom - pen.y - HEAD) / ROW));
    const shown = rest.slice(0, fit);
    rest = rest.slice(fit);
    tagged(pen, "Figure", () => drawPage(pen, roadmap, shown, week, page > 0), { alt: inWords(shown) });
  }
}

/** Puts bars into as few rows a lane as their labels allow. */
function packRows(pen: Pen, roadmap: Roadmap, week: (value: number) => number): LaneRow[] {
  const bars = roadmap.plans.flatMap((plan) => plan.items.flatMap((item) => barOf(pen, item, week)));
  return pen.model.layersMap.layers.flatMap(({ layer }) => {
    const rows: Bar[][] = [];
    for (const bar of bars
      .filter((other) => other.layer === layer)
      .toSorted((a, b) => a.from - b.from || a.to - b.to)) {
      const row = rows.find((other) => (other.at(-1)?.end ?? 0) + 6 <= week(bar.from));
      if (row) row.push(bar);
      else rows.push([bar]);
    }
    return rows.map((row, i) => ({ layer, first: i === 0, bars: row }));
  });
}

function barOf(pen: Pen, item: Roadmap["plans"][number]["items"][number], week: (value: number) => number): Bar[] {
  const at = pen.model.initiatives.findIndex((initiative) => initiative.id === item.initiative);
  const initiative = pen.model.initiatives[at];
  if (!initiative) return [];
  const from = weekOfRoadmap(item.quarter, item.startWeek);
  const to = weekOfRoadmap(item.quarter, item.endWeek) + 1;
  const label = fitText(pen, sayInitiative(initiative), TYPE.label, LABEL);
  return [
    {
      layer: initiative.layer,
      from,
      to,
      label,
      number: String(at + 1),
      end: Math.max(week(to), week(from) + 20) + 4 + textWidth(pen, label, TYPE.label),
    },
  ];
}

function drawPage(
  pen: Pen,
  roadmap: Roadmap,
  rows: readonly LaneRow[],
  week: (value: number) => number,
  continued: boolean,
): void {
  drawQuarters(pen, roadmap, week, rows.length);
  let y = pen.y + HEAD;
  for (const [i, row] of rows.entries()) {
    if (row.first || i === 0) drawLane(pen, row, y, continued && !row.first);
    for (const bar of row.bars) drawBar(pen, bar, y, week);
    y += ROW;
  }
  pen.y = y;
}

function drawQuarters(pen: Pen, roadmap: Roadmap, week: (value: number) => number, rows: number): void {
  const { doc } = pen;
  for (const plan of roadmap.plans) {
    const [from, to] = [week(weekOfRoadmap(plan.quarter, 1)), week(weekOfRoadmap(plan.quarter, 14))];
    if (plan.quarter % 2 === 1) doc.rect(from, pen.y, to - from, HEAD + rows * ROW).fill(LIGHT.sunken);
    drawLine(pen, `Q${plan.quarter}`, from + 6, pen.y + 3, TYPE.smallBold);
    drawLine(pen, formatPeriod(plan.startsOn, plan.endsOn), from + 6, pen.y + 14, TYPE.label);
  }
}

function drawLane(pen: Pen, row: LaneRow, y: number, continued: boolean): void {
  const title = pen.model.layersMap.layers.find((layer) => layer.layer === row.layer)?.title ?? row.layer;
  pen.doc
    .moveTo(pen.area.left, y - 1)
    .lineTo(pen.area.right, y - 1)
    .lineWidth(0.5)
    .stroke(LIGHT.rule);
  drawLine(pen, title, pen.area.left, y + 2, TYPE.smallBold);
  if (continued) drawLine(pen, "continued", pen.area.left, y + 13, TYPE.label);
}

function drawBar(pen: Pen, bar: Bar, y: number, week: (value: number) => number): void {
  const [from, to] = [week(bar.from), Math.max(week(bar.to), week(bar.from) + 20)];
  const dark = bar.layer === "container" || bar.layer === "code";
  pen.doc
    .roundedRect(from + 0.5, y + 2, to - from - 1, ROW - 5, 2)
    .lineWidth(0.5)
    .fillAndStroke(dark ? LIGHT.soundings[bar.layer] : LIGHT.depths.code, LIGHT.soundings.code);
  drawLine(pen, bar.number, from + 4, y + 3, coloured(TYPE.labelBold, dark ? LIGHT.surface : LIGHT.ink));
  drawLine(pen, bar.label, to + 4, y + 3, coloured(TYPE.label, LIGHT.ink));
}

function inWords(rows: readonly LaneRow[]): string {
  const bars = rows.flatMap((row) => row.bars).map((bar) => `${bar.label}, weeks ${bar.from} to ${bar.to - 1}`);
  return `Initiatives of the year by layer. ${bars.join("; ")}.`.slice(0, 4000);
}
