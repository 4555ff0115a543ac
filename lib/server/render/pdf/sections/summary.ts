import type { QuarterPlan, Roadmap } from "#lib/planning/roadmap.ts";
import { formatPeriod, formatWeeks } from "#lib/presentation/dates.ts";
import {
  formatCoverage,
  formatDays,
  formatDecimal,
  formatInterval,
  formatRisk,
  formatScore,
  formatThings,
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
import { decoration, tagged } from "../structure.ts";
import { drawTable } from "../table.ts";
import { TYPE } from "../type-scale.ts";
import { wrapText } from "../wrap-text.ts";

/** Height of the block at the foot: the curve, and what is approved. */
const FOOT = 148;
/** Height of the four layers with their heading. */
const LAYERS = 134;

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
  const text = columnsOf(pen.area, 0, 9);
  const top = pen.y;
  const sentences = pen.model.summary.slice(0, 5);
  const styles = [
    { style: { ...TYPE.body, leading: 14 }, gap: 4 },
    { style: TYPE.small, gap: 4 },
  ];
  // The page is one page: long sentences are set smaller, and cut where that is not enough.
  const room = pen.area.bottom - beneath(pen) - top;
  const heightIn = ({ style, gap }: (typeof styles)[number]) =>
    sentences.reduce(
      (sum, sentence) => sum + wrapText(pen, sentence, style, text.width).length * style.leading + gap,
      0,
    );
  const { style, gap } = styles.find((choice) => heightIn(choice) <= room) ?? { style: TYPE.small, gap: 4 };
  const most = Math.max(1, Math.floor((room / Math.max(1, sentences.length) - gap) / style.leading));
  const cut = heightIn({ style, gap }) > room ? most : undefined;
  for (const sentence of sentences) {
    tagged(pen, "P", () => {
      pen.y += drawText(pen, sentence, text.x, pen.y, style, text.width, cut);
    });
    pen.y += gap;
  }
  drawOverall(pen, top);
  pen.y = Math.max(pen.y, top + 88);
}

/** Room that everything beneath the sentences takes on the page. */
function beneath(pen: Pen): number {
  const { roadmap } = pen.model;
  const items = Math.min(3, roadmap?.plans[0]?.items.length ?? 0);
  return LAYERS + (items > 0 ? 62 + items * 26 : 0) + (roadmap ? FOOT : 0);
}

function drawOverall(pen: Pen, top: number): void {
  const x = pen.area.right - 88;
  const { assured, own } = pen.model.scores.overall;
  tagged(pen, "P", () => {
    drawLine(pen, formatScore(assured), x, top - 4, TYPE.display);
    drawLine(pen, "assured, of 100", x, top + 36, TYPE.smallBold);
    drawLine(pen, `own ${formatScore(own)}`, x, top + 50, TYPE.small);
    drawLine(pen, `possible ${formatInterval(assured)}`, x, top + 62, TYPE.small);
    drawLine(pen, formatCoverage(assured), x, top + 74, TYPE.small);
  });
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
    pen.y += 22;
  }
  pen.y += 2;
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

/** Anchored to the foot of the page, whatever stands above. */
function drawApproval(pen: Pen): void {
  const { roadmap } = pen.model;
  if (!roadmap) return;
  const left = columnsOf(pen.area, 0, 6);
  const right = columnsOf(pen.area, 7, 5);
  const top = Math.max(pen.y, pen.area.bottom - FOOT + 4);
  tagged(pen, "H2", () => drawLine(pen, "Risk that is left, week by week", left.x, top, TYPE.heading));
  const plans = roadmap.plans.map((plan) => `, ${formatDecimal(plan.riskLeft)} after plan ${plan.quarter}`).join("");
  const alt = `Risk points left: ${formatDecimal(roadmap.riskAtStart)} at the start${plans}.`;
  const box = { x: left.x, y: top + 24, width: left.width, height: Math.max(90, pen.area.bottom - top - 24) };
  tagged(pen, "Figure", () => drawRiskCurve(pen, roadmap, box), { alt, box });
  drawDecision(pen, roadmap, right, top);
}

function drawDecision(pen: Pen, roadmap: Roadmap, at: { x: number; width: number }, top: number): void {
  const [plan] = roadmap.plans;
  tagged(pen, "H2", () => drawLine(pen, "What you approve", at.x, top, TYPE.heading));
  if (!plan) return;
  tagged(pen, "P", () => drawText(pen, sayDecision(pen, roadmap, plan), at.x, top + 24, TYPE.small, at.width, 6));
  const half = (at.width - 16) / 2;
  for (const [i, label] of ["Approved by", "Date"].entries()) {
    const x = at.x + i * (half + 16);
    const foot = pen.area.bottom - 14;
    decoration(pen, () =>
      pen.doc
        .moveTo(x, foot)
        .lineTo(x + half, foot)
        .lineWidth(0.75)
        .stroke(LIGHT.rule),
    );
    tagged(pen, "P", () => drawLine(pen, label, x, foot + 2, TYPE.label));
  }
}

/** What the signature means: the work of the first plan, by skill, and what is accepted with it. */
function sayDecision(pen: Pen, roadmap: Roadmap, plan: QuarterPlan): string {
  const used = plan.capacity.filter((entry) => entry.used > 0);
  const bySkill = used.map(
    (entry) => `${entry.skill} ${formatDecimal(entry.used)} of ${formatDecimal(entry.available)}`,
  );
  const work = `${formatDays(daysOf(plan, pen.model.initiatives))} of work${bySkill.length > 0 ? ` (${bySkill.join(", ")})` : ""}`;
  const left =
    roadmap.left.length > 0
      ? ` ${formatThings(roadmap.left.length, "initiative")} stay${roadmap.left.length === 1 ? "s" : ""} out of the year.`
      : "";
  return `The first plan, ${formatPeriod(plan.startsOn, plan.endsOn)}: ${work}. ${formatRisk(plan.riskLeft)} remain after it.${left}`;
}
