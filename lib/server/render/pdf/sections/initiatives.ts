import type { Initiative } from "#lib/planning/initiative.ts";
import { formatQuarter, formatWeeks } from "#lib/presentation/dates.ts";
import { formatDecimal, formatEffort, formatRisk, formatThings } from "#lib/presentation/numbers.ts";
import { sayDoneWhen, sayEffort, sayInitiative, sayQuadrant } from "#lib/presentation/sentences-of-plans.ts";
import { layerTitle } from "../names.ts";
import { section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { type CellPart, drawTable, type Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";

/** A sheet for whoever does the work: steps, effort, what can go wrong, how to go back. */
export function drawInitiatives(pen: Pen): void {
  const { initiatives } = pen.model;
  if (initiatives.length === 0) return;
  section(
    pen,
    "Initiatives in detail",
    `${formatThings(initiatives.length, "initiative")}: what to do, what it takes and how to go back`,
    "portrait",
    () => {
      const columns = [
        { title: "No.", share: 1, align: "right" as const },
        { title: "What to do", share: 11 },
        { title: "What it takes", share: 9 },
      ];
      drawTable(
        pen,
        columns,
        initiatives.map((initiative, i) => rowOf(pen, initiative, i + 1)),
      );
    },
  );
}

function rowOf(pen: Pen, initiative: Initiative, number: number): Row {
  const item = pen.model.roadmap?.plans
    .flatMap((plan) => plan.items)
    .find((other) => other.initiative === initiative.id);
  const when = item
    ? `${formatQuarter(item.quarter)}, ${formatWeeks(item.startWeek, item.endWeek).toLowerCase()}`
    : "not in the roadmap";
  const skills = Object.entries(initiative.effort.bySkill).map(([skill, days]) => `${skill} ${formatDecimal(days)}`);
  const does: CellPart[] = [
    { text: sayInitiative(initiative), style: TYPE.smallBold },
    {
      text: `${layerTitle(pen.model, initiative.layer)} · ${sayQuadrant(initiative.quadrant)} · ${when}`,
      style: TYPE.label,
      gap: 2,
    },
    ...initiative.steps.map(
      (step, i): CellPart => ({
        text: step,
        style: TYPE.small,
        gap: i === 0 ? 4 : 1,
        indent: 13,
        marker: `${i + 1}.`,
      }),
    ),
  ];
  const closes = `Closes ${formatThings(initiative.findings.length, "finding")} on ${formatThings(initiative.clusters.length, "cluster")}, ${formatRisk(initiative.risk)}.`;
  const takes: CellPart[] = [
    { text: `${formatEffort(initiative.effort)}: ${skills.join(", ")}.`, style: TYPE.smallBold },
    { text: sayEffort(initiative.effort), style: TYPE.label, gap: 2 },
    { text: closes, style: TYPE.small, gap: 4 },
    { text: `Can go wrong: ${initiative.riskOfDoing}`, style: TYPE.small, gap: 2 },
    { text: `Way back: ${initiative.rollback}`, style: TYPE.small, gap: 2 },
    { text: `${sayDoneWhen(initiative).replace(/^d/, "D")}.`, style: TYPE.small, gap: 2 },
  ];
  return { cells: [[{ text: String(number), style: TYPE.numberBold }], does, takes] };
}
