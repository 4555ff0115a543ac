import type { QuarterPlan, Roadmap } from "#lib/planning/roadmap.ts";
import { formatPeriod } from "#lib/presentation/dates.ts";
import { formatDays, formatDecimal } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { daysOf } from "#lib/report/summarize.ts";
import { drawFitted, drawLine } from "../draw-text.ts";
import { columnsOf } from "../page-grid.ts";
import { paragraph, section, subheading } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { tagged } from "../structure.ts";
import { TYPE } from "../type-scale.ts";
import { drawPlanCriteria } from "./plan-criteria.ts";
import { drawPlanWeeks } from "./plan-weeks.ts";

/** The four 90-day plans, each from a page of its own: goal, weeks and owners, capacity, when it is done, its risks. */
export function drawPlans(pen: Pen): void {
  const { roadmap } = pen.model;
  if (!roadmap) return;
  for (const plan of roadmap.plans) {
    const name = `90-day plan ${plan.quarter} of ${roadmap.plans.length}`;
    section(pen, name, plan.goal || "Nothing is planned", "portrait", () => drawPlan(pen, plan, roadmap));
  }
}

function drawPlan(pen: Pen, plan: QuarterPlan, roadmap: Roadmap): void {
  drawFacts(pen, plan, roadmap);
  if (plan.items.length === 0) {
    paragraph(pen, "No initiative stands in this plan.");
    return;
  }
  subheading(pen, "Thirteen weeks", 120);
  drawPlanWeeks(pen, plan);
  drawCapacity(pen, plan);
  // In one piece on the next page rather than in two.
  subheading(pen, "When it is done, and what can go wrong", Math.min(plan.items.length * 30 + 30, 500));
  drawPlanCriteria(pen, plan, roadmap);
}

function drawFacts(pen: Pen, plan: QuarterPlan, roadmap: Roadmap): void {
  const facts: [column: number, value: string, label: string][] = [
    [0, formatPeriod(plan.startsOn, plan.endsOn), "ninety days"],
    [4, String(plan.items.length), plan.items.length === 1 ? "initiative" : "initiatives"],
    [6, formatDays(daysOf(plan, pen.model.initiatives)), "of work"],
    [8, formatDecimal(plan.riskRemoved), "risk points removed"],
    [10, formatDecimal(plan.riskLeft), `left of ${formatDecimal(roadmap.riskAtStart)} points`],
  ];
  for (const [column, value, label] of facts) {
    const { x, width } = columnsOf(pen.area, column, column === 0 ? 4 : 2);
    tagged(pen, "P", () => {
      drawFitted(pen, value, x, pen.y, TYPE.bodyBold, width + 12);
      drawFitted(pen, label, x, pen.y + 16, TYPE.label, width + 12);
    });
  }
  pen.y += 44;
}

function drawCapacity(pen: Pen, plan: QuarterPlan): void {
  const rows = Math.ceil(plan.capacity.length / 4);
  subheading(pen, "Capacity by skill, person-days", rows * 36);
  for (const [i, entry] of plan.capacity.entries()) {
    const { x, width } = columnsOf(pen.area, (i % 4) * 3, 3);
    const y = pen.y + Math.floor(i / 4) * 36;
    tagged(pen, "P", () => {
      drawLine(pen, entry.skill, x, y, TYPE.smallBold);
      drawLine(
        pen,
        `${formatDecimal(entry.used)} of ${formatDecimal(entry.available)}`,
        x + width,
        y,
        TYPE.number,
        "right",
      );
      const share = entry.available > 0 ? Math.min(1, entry.used / entry.available) : 0;
      pen.doc.rect(x, y + 15, width, 6).fill(LIGHT.sunken);
      if (share > 0) pen.doc.rect(x, y + 15, width * share, 6).fill(LIGHT.soundings.cluster);
      pen.doc
        .rect(x, y + 15, width, 6)
        .lineWidth(0.5)
        .stroke(LIGHT.rule);
    });
  }
  pen.y += rows * 36 + 8;
}
