import type pptxgen from "pptxgenjs";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import { formatQuarter } from "#lib/presentation/dates.ts";
import { formatDecimal, formatRiskOf } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { sayProof } from "#lib/presentation/sentences-of-plans.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { addSlide, addTable, addText, BODY, ink } from "./deck.ts";

/** The risk that is left, week by week, as a chart whose numbers can be edited, and what each plan leaves. */
export function addRiskSlide(deck: pptxgen, model: ReportModel, roadmap: Roadmap): void {
  const left = roadmap.plans.at(-1)?.riskLeft ?? roadmap.riskAtStart;
  const slide = addSlide(deck, model, `After the year ${formatRiskOf(left, roadmap.riskAtStart)} are left`);
  const labels = roadmap.curve.map((_, week) =>
    week % 13 === 0 ? (week === 0 ? "start" : `end of ${formatQuarter(week / 13)}`) : "",
  );
  const plans = roadmap.plans
    .map(({ quarter, riskLeft }) => `${formatQuarter(quarter)} ${formatDecimal(riskLeft)}`)
    .join(", ");
  slide.addChart(
    "line",
    [
      { name: "As planned", labels, values: roadmap.curve },
      { name: "Picked by risk per effort", labels, values: roadmap.greedyCurve },
    ],
    {
      x: BODY.x,
      y: BODY.y,
      w: 6.6,
      h: 4.6,
      chartColors: [ink(LIGHT.accent), ink(LIGHT.rule)],
      lineSize: 2,
      lineDataSymbol: "none",
      showLegend: true,
      legendPos: "b",
      legendFontSize: 11,
      valAxisMinVal: 0,
      valAxisLabelFontSize: 10,
      catAxisLabelFontSize: 10,
      valGridLine: { color: ink(LIGHT.hairline), size: 0.5 },
      altText: `Risk points left after each plan: ${plans}`,
    },
  );
  const rows = roadmap.plans.map(({ quarter, riskRemoved, riskLeft, layers }) => [
    formatQuarter(quarter),
    formatDecimal(riskRemoved),
    formatDecimal(riskLeft),
    ...layers.map(({ own, assured }) => `${Math.round(assured)} / ${Math.round(own)}`),
  ]);
  const names = roadmap.plans[0]?.layers.map(({ layer }) => layer) ?? [];
  const aligns = ["left", "right", "right", ...names.map(() => "right" as const)] as ("left" | "right")[];
  addTable(
    slide,
    ["Plan", "Removed", "Left", ...names],
    rows,
    { x: 7.4, y: BODY.y, w: 5.33 },
    [0.7, 1, 0.8, ...names.map(() => 1.05)],
    aligns,
  );
  addText(
    slide,
    "Layers: assured / own, expected after the plan",
    { x: 7.4, y: BODY.y + 2.6, w: 5.33, h: 0.3 },
    { size: 10, colour: LIGHT.muted },
  );
  addText(slide, sayProof(roadmap), { x: 7.4, y: BODY.y + 3, w: 5.33, h: 1.4 }, { size: 12, valign: "top" });
}
