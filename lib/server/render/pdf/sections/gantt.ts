import type { LayerId } from "#lib/catalog/framework.ts";
import type { Roadmap, ScheduledInitiative } from "#lib/planning/roadmap.ts";
import { formatPeriod, formatQuarter, WEEKS_OF_PLAN, weekOfRoadmap } from "#lib/presentation/dates.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";
import { drawLine } from "../draw-text.ts";
import { textWidth } from "../measure-text.ts";
import { startPage } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { tagged } from "../structure.ts";
import { coloured, TYPE } from "../type-scale.ts";
import { fitText } from "../wrap-text.ts";

/** A bar with its label: weeks of the roadmap, and the room that both take, in points. */
type Bar = {
  layer: LayerId;
  from: number;
  to: number;
  label: string;
  labelAt: number;
  number: string;
  left: number;
  right: number;
};
type LaneRow = { layer: LayerId; first: boolean; bars: Bar[] };
type Weeks = (week: number) => number;

const LANE = 68;
/** Height of a row: as tall as lets the year stand on one page, within these. */
const ROW = { most: 17, least: 12.5 };
const HEAD = 30;
const LABEL = 200;
const NARROWEST = 16;
/** Free height above the first row of a lane. */
const LANE_GAP = 6;

/** Initiatives of the year as bars in lanes of the layers, outermost first; rows that do not fit go to further pages. */
export function drawGantt(pen: Pen, roadmap: Roadmap): void {
  const plot = { x: pen.area.left + LANE, width: pen.area.width - LANE };
  const weeks = roadmap.plans.length * WEEKS_OF_PLAN;
  const at: Weeks = (week) => plot.x + ((week - 1) / weeks) * plot.width;
  let rest = packRows(pen, roadmap, at);
  const room = () => pen.area.bottom - pen.y - HEAD - 3 * LANE_GAP;
  const row = Math.min(ROW.most, Math.max(ROW.least, room() / Math.max(1, rest.length)));
  for (let page = 0; rest.length > 0 || page === 0; page++) {
    if (page > 0) startPage(pen, "landscape");
    const fit = Math.max(1, Math.floor(room() / row + 1e-6));
    const shown = rest.slice(0, fit);
    rest = rest.slice(fit);
    const height = HEAD + shown.length * row + 3 * LANE_GAP;
    const box = { x: pen.area.left, y: pen.y, width: pen.area.width, height };
    tagged(pen, "Figure", () => drawRows(pen, roadmap, shown, at, row), { alt: inWords(shown), box });
  }
}

/** Puts bars into as few rows a lane as their labels allow. */
function packRows(pen: Pen, roadmap: Roadmap, at: Weeks): LaneRow[] {
  const bars = roadmap.plans.flatMap((plan) => plan.items.flatMap((item) => barOf(pen, item, at)));
  return pen.model.layersMap.layers.flatMap(({ layer }) => {
    const rows: Bar[][] = [];
    for (const bar of bars
      .filter((other) => other.layer === layer)
      .toSorted((a, b) => a.from - b.from || a.to - b.to)) {
      const row = rows.find((others) =>
        others.every((other) => other.right + 8 <= bar.left || other.left >= bar.right + 8),
      );
      if (row) row.push(bar);
      else rows.push([bar]);
    }
    return rows.map((row, i) => ({ layer, first: i === 0, bars: row }));
  });
}

/** The label stands to the right of its bar; where the year ends before it, to the left. */
function barOf(pen: Pen, item: ScheduledInitiative, at: Weeks): Bar[] {
  const place = pen.model.initiatives.findIndex((initiative) => initiative.id === item.initiative);
  const initiative = pen.model.initiatives[place];
  if (!initiative) return [];
  const from = weekOfRoadmap(item.quarter, item.startWeek);
  const to = weekOfRoadmap(item.quarter, item.endWeek) + 1;
  const label = fitText(pen, sayInitiative(initiative), TYPE.label, LABEL);
  const width = textWidth(pen, label, TYPE.label);
  const [left, right] = [at(from), Math.max(at(to), at(from) + NARROWEST)];
  const outside = right + 4 + width > pen.area.right;
  return [
    {
      layer: initiative.layer,
      from,
      to,
      label,
      labelAt: outside ? left - 4 - width : right + 4,
      number: String(place + 1),
      left: outside ? left - 4 - width : left,
      right: outside ? right : right + 4 + width,
    },
  ];
}

function drawRows(pen: Pen, roadmap: Roadmap, rows: readonly LaneRow[], at: Weeks, height: number): void {
  const lanes = rows.filter((row, i) => row.first && i > 0).length;
  drawQuarters(pen, roadmap, at, rows.length * height + lanes * LANE_GAP);
  let y = pen.y + HEAD;
  for (const [i, row] of rows.entries()) {
    if (row.first && i > 0) y += LANE_GAP;
    if (row.first || i === 0) drawLane(pen, row, y);
    for (const bar of row.bars) drawBar(pen, bar, y, at, height);
    y += height;
  }
  pen.y = y;
}

function drawQuarters(pen: Pen, roadmap: Roadmap, at: Weeks, height: number): void {
  for (const plan of roadmap.plans) {
    const from = at(weekOfRoadmap(plan.quarter, 1));
    const to = at(weekOfRoadmap(plan.quarter, WEEKS_OF_PLAN + 1));
    if (plan.quarter % 2 === 1) pen.doc.rect(from, pen.y, to - from, HEAD + height).fill(LIGHT.sunken);
    drawLine(pen, formatQuarter(plan.quarter), from + 6, pen.y + 3, TYPE.smallBold);
    drawLine(pen, formatPeriod(plan.startsOn, plan.endsOn), from + 6, pen.y + 14, TYPE.label);
  }
}

/** The name of a lane at its first row, and at the first row of a page. */
function drawLane(pen: Pen, row: LaneRow, y: number): void {
  const title = pen.model.layersMap.layers.find((layer) => layer.layer === row.layer)?.title ?? row.layer;
  pen.doc
    .moveTo(pen.area.left, y - 1)
    .lineTo(pen.area.right, y - 1)
    .lineWidth(0.5)
    .stroke(LIGHT.rule);
  drawLine(pen, title, pen.area.left, y + 2, TYPE.smallBold);
}

function drawBar(pen: Pen, bar: Bar, y: number, at: Weeks, height: number): void {
  const [from, to] = [at(bar.from), Math.max(at(bar.to), at(bar.from) + NARROWEST)];
  pen.doc.roundedRect(from + 0.5, y + (height - 12) / 2, to - from - 1, 12, 2).fill(LIGHT.soundings[bar.layer]);
  const number = coloured(TYPE.labelBold, bar.layer === "cloud" ? LIGHT.ink : LIGHT.surface);
  drawLine(pen, bar.number, from + 4, y + height / 2 - 5, number);
  drawLine(pen, bar.label, bar.labelAt, y + height / 2 - 5, coloured(TYPE.label, LIGHT.ink));
}

function inWords(rows: readonly LaneRow[]): string {
  const bars = rows.flatMap((row) => row.bars).map((bar) => `${bar.label}, weeks ${bar.from} to ${bar.to - 1}`);
  return `Initiatives of the year by layer, weeks counted from its start. ${bars.join("; ")}.`.slice(0, 4000);
}
