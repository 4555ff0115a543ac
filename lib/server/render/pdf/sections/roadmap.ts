import type { Roadmap } from "#lib/planning/roadmap.ts";
import { formatDecimal, formatThings } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { sayInitiative, sayProof, sayYear } from "#lib/presentation/sentences-of-plans.ts";
import { drawRiskCurve } from "../curve-chart.ts";
import { drawLine } from "../draw-text.ts";
import { layerTitle, numberOfInitiative } from "../names.ts";
import { columnsOf } from "../page-grid.ts";
import { paragraph, section, startPage, subheading } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { tagged } from "../structure.ts";
import { drawTable, type Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";
import { drawGantt } from "./gantt.ts";
import { drawProjection } from "./projection.ts";

/** The year: lanes by layer, what is left of the risk, where the layers are expected, and what does not fit. */
export function drawRoadmap(pen: Pen): void {
  const { roadmap } = pen.model;
  if (!roadmap) {
    section(pen, "12-month roadmap", "No roadmap has been drawn yet", "portrait", () => {
      paragraph(
        pen,
        "A roadmap needs initiatives, and initiatives need findings that rest on evidence. Chart what is uncharted first.",
      );
    });
    return;
  }
  section(pen, "12-month roadmap", sayYear(roadmap), "landscape", () => {
    drawGantt(pen, roadmap);
    startPage(pen, "landscape");
    drawYear(pen, roadmap);
    paragraph(pen, sayProof(roadmap), pen.area.width * 0.7);
    if (roadmap.left.length > 0) drawLeft(pen);
  });
}

/** What is left of the risk beside where the layers are expected. */
function drawYear(pen: Pen, roadmap: Roadmap): void {
  const left = columnsOf(pen.area, 0, 7);
  const right = columnsOf(pen.area, 7, 5);
  const top = pen.y;
  tagged(pen, "H2", () => drawLine(pen, "Risk that is left, week by week", left.x, top, TYPE.heading));
  const plans = roadmap.plans.map((plan) => `${plan.quarter}: ${formatDecimal(plan.riskLeft)}`).join(", ");
  const alt = `Risk points left after each plan: ${plans}. Solid: as planned; dashed: by risk per effort.`;
  const box = { x: left.x, y: top + 28, width: left.width, height: 250 };
  tagged(pen, "Figure", () => drawRiskCurve(pen, roadmap, box), { alt, box });
  drawCurveLegend(pen, left.x + 32, top + 282);
  drawProjection(pen, roadmap, { x: right.x + 16, y: top, width: right.width - 16, height: 280 });
  pen.y = top + 308;
}

function drawCurveLegend(pen: Pen, x: number, y: number): void {
  const { doc } = pen;
  tagged(pen, "P", () => {
    doc
      .moveTo(x, y + 5)
      .lineTo(x + 18, y + 5)
      .lineWidth(1.5)
      .stroke(LIGHT.accent);
    drawLine(pen, "as planned", x + 23, y, TYPE.label);
    doc
      .save()
      .moveTo(x + 80, y + 5)
      .lineTo(x + 98, y + 5)
      .lineWidth(0.9)
      .dash(2.5, { space: 2 })
      .stroke(LIGHT.rule)
      .restore();
    drawLine(pen, "picked by risk per effort", x + 103, y, TYPE.label);
  });
}

function drawLeft(pen: Pen): void {
  const { roadmap, initiatives } = pen.model;
  const left = roadmap?.left ?? [];
  subheading(
    pen,
    `${formatThings(left.length, "initiative")} that ${left.length === 1 ? "does" : "do"} not fit into the year`,
    60,
  );
  const columns = [
    { title: "No.", share: 1, align: "right" as const },
    { title: "Initiative", share: 8 },
    { title: "Layer", share: 3 },
    { title: "Risk points", share: 2, align: "right" as const },
    { title: "Why, and what it would take", share: 12 },
  ];
  const rows = left.map((entry): Row => {
    const initiative = initiatives.find((other) => other.id === entry.initiative);
    return {
      cells: [
        [{ text: String(numberOfInitiative(pen.model, entry.initiative) || "–"), style: TYPE.number }],
        [{ text: initiative ? sayInitiative(initiative) : entry.initiative, style: TYPE.smallBold }],
        [{ text: initiative ? layerTitle(pen.model, initiative.layer) : "", style: TYPE.small }],
        [{ text: initiative ? formatDecimal(initiative.risk) : "", style: TYPE.number }],
        [{ text: entry.why, style: TYPE.small }],
      ],
    };
  });
  drawTable(pen, columns, rows);
}
