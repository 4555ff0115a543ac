import type { Roadmap } from "#lib/planning/roadmap.ts";
import { formatPeriod, formatWeeks } from "#lib/presentation/dates.ts";
import {
  formatCoverage,
  formatDays,
  formatDecimal,
  formatInterval,
  formatRisk,
  formatScore,
} from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";
import { daysOf } from "#lib/report/summarize.ts";
import { drawRiskCurve } from "../curve-chart.ts";
import { drawFitted, drawLine, drawText } from "../draw-text.ts";
import { columnsOf } from "../page-grid.ts";
import { section, subheading } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { drawScoreGlyph } from "../score-marks.ts";
import { decoration, grouped, tagged } from "../structure.ts";
import { drawTable } from "../table.ts";
import { TYPE } from "../type-scale.ts";

/** The one page for those who decide: where it stands, what is next, what they approve. */
export function drawSummary(pen: Pen): void {
  section(pen, "Summary", pen.model.headline, "portrait", () => {
    drawSentences(pen);
    drawLayers(pen);
    drawNextThree(pen);
    drawApproval(pen);
  });
}

function drawSentences(pen: Pen): void {
  const text = columnsOf(pen.area, 0, 8);
  const side = columnsOf(pen.area, 9, 3);
  const top = pen.y;
  for (const sentence of pen.model.summary.slice(0, 5)) {
    tagged(pen, "P", () => {
      pen.y += drawText(pen, sentence, text.x, pen.y, TYPE.body, text.width, 4);
    });
    pen.y += 5;
  }
  const { assured, own } = pen.model.scores.overall;
  tagged(pen, "P", () => {
    drawLine(pen, formatScore(assured), side.x, top, TYPE.display);
    drawLine(pen, "assured, of 100", side.x, top + 40, TYPE.smallBold);
    drawLine(pen, `own ${formatScore(own)}`, side.x, top + 54, TYPE.small);
    drawLine(pen, `possible ${formatInterval(assured)}`, side.x, top + 66, TYPE.small);
    drawLine(pen, formatCoverage(assured), side.x, top + 78, TYPE.small);
  });
  pen.y += 8;
}

function drawLayers(pen: Pen): void {
  subheading(pen, "The four layers, own and assured", 100);
  const bar = columnsOf(pen.area, 2, 5);
  for (const layer of pen.model.layersMap.layers) {
    const holder = pen.model.layersMap.layers.find((other) => other.layer === layer.heldBy);
    tagged(pen, "P", () => {
      drawLine(pen, layer.title, pen.area.left, pen.y + 2, TYPE.smallBold);
      drawScoreGlyph(pen, layer.own, layer.assured, layer.layer, bar.x, pen.y, bar.width, 16);
      const text = `own ${formatScore(layer.own)} · assured ${formatScore(layer.assured)} (${formatInterval(layer.assured)})`;
      drawLine(pen, text, bar.x + bar.width + 16, pen.y - 2, TYPE.number);
      const note = `${formatCoverage(layer.own)}${holder ? ` · held by ${holder.title.toLowerCase()}` : ""}`;
      drawFitted(pen, note, bar.x + bar.width + 16, pen.y + 8, TYPE.label, pen.area.right - bar.x - bar.width - 16);
    });
    pen.y += 24;
  }
  pen.y += 8;
}

function drawNextThree(pen: Pen): void {
  const plan = pen.model.roadmap?.plans[0];
  if (!plan || plan.items.length === 0) return;
  subheading(pen, "Next three things", 80);
  const items = plan.items.toSorted((a, b) => a.startWeek - b.startWeek || a.endWeek - b.endWeek).slice(0, 3);
  const columns = [
    { title: "When", share: 2 },
    { title: "Initiative", share: 8 },
    { title: "Owner", share: 3 },
    { title: "Effort", share: 2, align: "right" as const },
    { title: "Removes", share: 3, align: "right" as const },
  ];
  const rows = items.flatMap((item) => {
    const initiative = pen.model.initiatives.find((other) => other.id === item.initiative);
    if (!initiative) return [];
    const cells = [
      [{ text: formatWeeks(item.startWeek, item.endWeek), style: TYPE.number }],
      [{ text: sayInitiative(initiative), style: TYPE.smallBold, most: 2 }],
      [{ text: item.owner ?? "no owner yet", style: item.owner ? TYPE.small : TYPE.smallMuted, most: 1 }],
      [{ text: formatDays(initiative.effort.days), style: TYPE.number }],
      [{ text: formatRisk(initiative.risk), style: TYPE.number }],
    ];
    return [{ cells }];
  });
  drawTable(pen, columns, rows);
}

function drawApproval(pen: Pen): void {
  const { roadmap } = pen.model;
  if (!roadmap) return;
  const left = columnsOf(pen.area, 0, 6);
  const right = columnsOf(pen.area, 7, 5);
  const top = pen.y + 4;
  grouped(pen, "Sect", () => {
    tagged(pen, "H2", () => drawLine(pen, "Risk that is left, week by week", left.x, top, TYPE.heading));
    const alt = `Risk points left: ${formatDecimal(roadmap.riskAtStart)} at the start${roadmap.plans.map((plan) => `, ${formatDecimal(plan.riskLeft)} after plan ${plan.quarter}`).join("")}.`;
    const box = {
      x: left.x,
      y: top + 24,
      width: left.width,
      height: Math.max(80, Math.min(130, pen.area.bottom - top - 24)),
    };
    tagged(pen, "Figure", () => drawRiskCurve(pen, roadmap, box), { alt });
  });
  drawDecision(pen, roadmap, right, top);
}

function drawDecision(pen: Pen, roadmap: Roadmap, at: { x: number; width: number }, top: number): void {
  const plan = roadmap.plans[0];
  tagged(pen, "H2", () => drawLine(pen, "What you approve", at.x, top, TYPE.heading));
  if (!plan) return;
  const days = daysOf(plan, pen.model.initiatives);
  const bySkill = plan.capacity
    .filter((entry) => entry.used > 0)
    .map((entry) => `${entry.skill} ${formatDecimal(entry.used)} of ${formatDecimal(entry.available)}`);
  const said = `The first plan, ${formatPeriod(plan.startsOn, plan.endsOn)}: ${formatDays(days)} of work (${bySkill.join(", ")}). ${formatRisk(plan.riskLeft)} remain after it.`;
  tagged(pen, "P", () => {
    pen.y = top + 24 + drawText(pen, said, at.x, top + 24, TYPE.small, at.width, 6);
  });
  for (const label of ["Approved by", "Date"]) {
    pen.y += 26;
    decoration(pen, () =>
      pen.doc
        .moveTo(at.x, pen.y)
        .lineTo(at.x + at.width, pen.y)
        .lineWidth(0.75)
        .stroke(LIGHT.rule),
    );
    tagged(pen, "P", () => drawLine(pen, label, at.x, pen.y + 2, TYPE.label));
  }
}
