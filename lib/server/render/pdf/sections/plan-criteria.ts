import type { QuarterPlan, Roadmap } from "#lib/planning/roadmap.ts";
import { formatDecimal, formatThings } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { sayAfter } from "#lib/presentation/sentences-of-plans.ts";
import { numberOfInitiative } from "../names.ts";
import type { Pen } from "../pen.ts";
import { type CellPart, drawTable, type Row } from "../table.ts";
import { coloured, TYPE } from "../type-scale.ts";

/** Exit criteria of a plan: the checks that must pass for each initiative, what it waits for and what can go wrong. */
export function drawPlanCriteria(pen: Pen, plan: QuarterPlan, roadmap: Roadmap): void {
  const columns = [
    { title: "No.", share: 1, align: "right" as const },
    { title: "Done when these checks pass", share: 9 },
    { title: "Risk of doing it, and what it waits for", share: 10 },
    { title: "Removes", share: 2, align: "right" as const },
  ];
  const items = plan.items.toSorted((a, b) => a.startWeek - b.startWeek || a.endWeek - b.endWeek);
  const rows = items.flatMap((item): Row[] => {
    const initiative = pen.model.initiatives.find((other) => other.id === item.initiative);
    if (!initiative) return [];
    const after = sayAfter(initiative, plan.quarter, pen.model.initiatives, roadmap);
    const checks = plan.exitCriteria.find((criterion) => criterion.initiative === item.initiative)?.checks ?? [];
    const risk: CellPart[] = [{ text: initiative.riskOfDoing, style: TYPE.small }];
    if (after !== "") risk.push({ text: `Starts ${after}`, style: TYPE.label, gap: 1 });
    return [
      {
        cells: [
          [{ text: String(numberOfInitiative(pen.model, item.initiative)), style: TYPE.number }],
          doneWhen(checks, initiative.clusters.length),
          risk,
          [{ text: formatDecimal(initiative.risk), style: TYPE.number }],
        ],
      },
    ];
  });
  drawTable(pen, columns, rows);
}

function doneWhen(checks: readonly string[], clusters: number): CellPart[] {
  const on = formatThings(clusters, "cluster");
  if (checks.length === 0) return [{ text: `A new answer on ${on} says so`, style: TYPE.small }];
  const ids = coloured({ ...TYPE.code, leading: 11 }, LIGHT.ink);
  return [{ text: `${checks.join(", ")} on ${on}`, style: ids }];
}
