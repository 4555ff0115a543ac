import type pptxgen from "pptxgenjs";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import { formatQuarter } from "#lib/presentation/dates.ts";
import { formatDecimal, formatRiskOf, formatThings } from "#lib/presentation/numbers.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { daysOf } from "#lib/report/summarize.ts";
import { addSlide, addTable, addText, BODY } from "./deck.ts";

/** What those who decide approve: person-days by plan and skill, and what stays. */
export function addApprovalSlide(deck: pptxgen, model: ReportModel, roadmap: Roadmap): void {
  const total = roadmap.plans.reduce((sum, plan) => sum + daysOf(plan, model.initiatives), 0);
  const slide = addSlide(deck, model, `To approve: ${formatDecimal(total)} person-days over four plans`);
  const skills = roadmap.plans[0]?.capacity.map(({ skill }) => skill) ?? [];
  const rows = roadmap.plans.map((plan) => [
    formatQuarter(plan.quarter),
    ...skills.map((skill) => formatDecimal(plan.capacity.find((each) => each.skill === skill)?.used ?? 0)),
    formatDecimal(daysOf(plan, model.initiatives)),
    formatDecimal(plan.riskRemoved),
  ]);
  const right = ["left", ...skills.map(() => "right" as const), "right", "right"] as ("left" | "right")[];
  addTable(
    slide,
    ["Plan", ...skills, "Person-days", "Risk points removed"],
    rows,
    BODY,
    [1, ...skills.map(() => 1.2), 1.4, 1.8],
    right,
  );
  const left = roadmap.plans.at(-1)?.riskLeft ?? roadmap.riskAtStart;
  const stays = `${formatRiskOf(left, roadmap.riskAtStart)} stay after the year; ${formatThings(roadmap.left.length, "initiative")} ${roadmap.left.length === 1 ? "does" : "do"} not fit into it. Approving says that this is known.`;
  addText(slide, stays, { x: BODY.x, y: BODY.y + 2.8, w: 9, h: 0.8 }, { size: 16, valign: "top" });
}
