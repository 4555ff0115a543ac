import type { Quadrant } from "#lib/planning/initiative.ts";
import { formatQuarter } from "#lib/presentation/dates.ts";
import { formatDecimal, formatRange, formatTenths, formatThings } from "#lib/presentation/numbers.ts";
import { QUADRANT_MEANS, sayInitiative, sayQuadrant } from "#lib/presentation/sentences-of-plans.ts";
import { layerTitle } from "../names.ts";
import { paragraph, section, startPage, subheading } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { tagged } from "../structure.ts";
import { drawTable, type Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";
import { drawScatter } from "./scorecard-drawing.ts";

const QUADRANTS: readonly Quadrant[] = ["do now", "plan well", "fill in", "think twice"];

/** Every initiative by the risk that it removes and the effort that it takes; then the same as a table. */
export function drawScorecard(pen: Pen): void {
  section(pen, "Risk × Effort scorecard", titleOf(pen), "landscape", () => {
    if (pen.model.initiatives.length === 0) {
      paragraph(pen, "There is no initiative yet: initiatives come from findings that rest on evidence.");
      return;
    }
    const box = { x: pen.area.left, y: pen.y - 4, width: pen.area.width, height: pen.area.bottom - pen.y + 4 };
    tagged(pen, "Figure", () => drawScatter(pen, box), { alt: inWords(pen), box });
    startPage(pen, "portrait");
    subheading(pen, "The initiatives by quadrant", 100);
    drawInitiativeTable(pen);
  });
}

function titleOf(pen: Pen): string {
  const { initiatives } = pen.model;
  if (initiatives.length === 0) return "No initiative has been drawn from the evidence yet";
  const now = initiatives.filter((initiative) => initiative.quadrant === "do now");
  const total = initiatives.reduce((sum, initiative) => sum + initiative.risk, 0);
  const risk = now.reduce((sum, initiative) => sum + initiative.risk, 0);
  const days = now.reduce((sum, initiative) => sum + initiative.effort.days, 0);
  if (now.length === 0)
    return `${formatThings(initiatives.length, "initiative")}, none of them both large in risk and small in effort`;
  const verb = now.length === 1 ? "removes" : "remove";
  return `${formatThings(now.length, "initiative")} to do now ${verb} ${formatDecimal(risk)} of ${formatDecimal(total)} risk points for ${formatDecimal(days)} person-days`;
}

function inWords(pen: Pen): string {
  const counts = QUADRANTS.map(
    (quadrant) =>
      `${quadrant}: ${pen.model.initiatives.filter((initiative) => initiative.quadrant === quadrant).length}`,
  );
  return `Initiatives by effort in person-days (across) and risk points removed (up). ${counts.join(", ")}. The table on the next page says the same.`;
}

function drawInitiativeTable(pen: Pen): void {
  const columns = [
    { title: "No.", share: 1, align: "right" as const },
    { title: "Initiative", share: 9 },
    { title: "Layer", share: 2.2 },
    { title: "Removes", share: 1.8, align: "right" as const },
    { title: "Person-days", share: 2, align: "right" as const },
    { title: "between", share: 2, align: "right" as const },
    { title: "Plan", share: 1.4, align: "right" as const },
  ];
  const rows = QUADRANTS.flatMap((quadrant) => rowsOf(pen, quadrant));
  drawTable(pen, columns, rows);
}

function rowsOf(pen: Pen, quadrant: Quadrant): Row[] {
  const items = new Map(
    pen.model.roadmap?.plans.flatMap((plan) => plan.items.map((item) => [item.initiative, item.quarter] as const)) ??
      [],
  );
  const rows = pen.model.initiatives.flatMap((initiative, i): Row[] => {
    if (initiative.quadrant !== quadrant) return [];
    const quarter = items.get(initiative.id);
    return [
      {
        cells: [
          [{ text: String(i + 1), style: TYPE.number }],
          [{ text: sayInitiative(initiative), style: TYPE.small }],
          [{ text: layerTitle(pen.model, initiative.layer), style: TYPE.small }],
          [{ text: formatDecimal(initiative.risk), style: TYPE.number }],
          [{ text: formatTenths(initiative.effort.days), style: TYPE.number }],
          [{ text: formatRange(initiative.effort), style: TYPE.number }],
          [{ text: quarter ? formatQuarter(quarter) : "–", style: TYPE.number }],
        ],
      },
    ];
  });
  return rows.length === 0 ? [] : [{ group: `${sayQuadrant(quadrant)}: ${QUADRANT_MEANS[quadrant]}` }, ...rows];
}
