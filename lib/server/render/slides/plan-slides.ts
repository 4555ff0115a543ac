import type pptxgen from "pptxgenjs";
import type { QuarterPlan, Roadmap } from "#lib/planning/roadmap.ts";
import { formatPeriod, formatQuarter, formatWeeks } from "#lib/presentation/dates.ts";
import { formatDays, formatDecimal } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { addSlide, addTable, addText, BODY } from "./deck.ts";

const ROWS = 12;

/** A slide for each 90 days, and a further one where its initiatives do not fit on it. */
export function addPlanSlides(deck: pptxgen, model: ReportModel, roadmap: Roadmap): void {
  for (const plan of roadmap.plans) {
    const parts = Math.max(1, Math.ceil(plan.items.length / ROWS));
    for (let part = 0; part < parts; part++) addPlanSlide(deck, model, plan, part, parts);
  }
}

function addPlanSlide(deck: pptxgen, model: ReportModel, plan: QuarterPlan, part: number, parts: number): void {
  const of = parts > 1 ? ` (${part + 1} of ${parts})` : "";
  const slide = addSlide(deck, model, `${formatQuarter(plan.quarter)}: ${plan.goal}${of}`);
  const rows = plan.items.slice(part * ROWS, (part + 1) * ROWS).map((item) => {
    const initiative = model.initiatives.find(({ id }) => id === item.initiative);
    return [
      formatWeeks(item.startWeek, item.endWeek),
      initiative ? sayInitiative(initiative) : item.initiative,
      item.owner ?? "no owner yet",
      initiative ? formatDays(initiative.effort.days) : "",
      initiative ? formatDecimal(initiative.risk) : "",
    ];
  });
  addTable(
    slide,
    ["When", "Initiative", "Owner", "Effort", "Risk points"],
    rows,
    BODY,
    [1.5, 6, 2.2, 1.2, 1.2],
    ["left", "left", "left", "right", "right"],
  );
  const used = plan.capacity.map(
    ({ skill, used: days, available }) => `${skill} ${formatDecimal(days)} of ${formatDecimal(available)}`,
  );
  addText(
    slide,
    `${formatPeriod(plan.startsOn, plan.endsOn)} · person-days: ${used.join(" · ")}`,
    { x: BODY.x, y: 6.6, w: BODY.w, h: 0.3 },
    { size: 11, colour: LIGHT.muted },
  );
}
