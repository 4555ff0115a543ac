import type { QuarterPlan, ScheduledInitiative } from "#lib/planning/roadmap.ts";
import { formatWeeks, WEEKS_OF_PLAN } from "#lib/presentation/dates.ts";
import { formatDays } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";
import { drawLine } from "../draw-text.ts";
import { textWidth } from "../measure-text.ts";
import { numberOfInitiative } from "../names.ts";
import type { Pen } from "../pen.ts";
import { drawTable, type Row } from "../table.ts";
import { coloured, TYPE } from "../type-scale.ts";

/** The initiatives of a plan as bars over its thirteen weeks, with skill, owner and effort. */
export function drawPlanWeeks(pen: Pen, plan: QuarterPlan): void {
  const columns = [
    { title: "No.", share: 1, align: "right" as const },
    { title: "Initiative, skill, owner and effort", share: 9 },
    { title: "Week", share: 11, head: (x: number, y: number, width: number) => drawWeekNumbers(pen, x, y, width) },
  ];
  const items = plan.items.toSorted((a, b) => a.startWeek - b.startWeek || a.endWeek - b.endWeek);
  drawTable(
    pen,
    columns,
    items.map((item) => rowOf(pen, item)),
  );
}

function drawWeekNumbers(pen: Pen, x: number, y: number, width: number): void {
  const step = width / WEEKS_OF_PLAN;
  for (let week = 1; week <= WEEKS_OF_PLAN; week++)
    drawLine(pen, String(week), x + (week - 0.5) * step, y, TYPE.labelNumber, "center");
}

function rowOf(pen: Pen, item: ScheduledInitiative): Row {
  const initiative = pen.model.initiatives.find((other) => other.id === item.initiative);
  const who = [
    initiative?.skill ?? "",
    item.owner ?? "no owner yet",
    initiative ? formatDays(initiative.effort.days) : "",
  ];
  return {
    cells: [
      [{ text: String(numberOfInitiative(pen.model, item.initiative)), style: TYPE.number }],
      [
        { text: initiative ? sayInitiative(initiative) : item.initiative, style: TYPE.smallBold, most: 3 },
        { text: who.filter((part) => part !== "").join(" · "), style: TYPE.label, most: 2 },
      ],
      [{ height: 22, draw: (x, y, width) => drawBar(pen, item, x, y, width) }],
    ],
    ground: (columns, top, bottom) => drawGrid(pen, columns[2], top, bottom),
  };
}

function drawGrid(pen: Pen, column: { x: number; width: number } | undefined, top: number, bottom: number): void {
  if (!column) return;
  const step = column.width / WEEKS_OF_PLAN;
  for (let week = 0; week <= WEEKS_OF_PLAN; week++) {
    pen.doc.moveTo(column.x + week * step, top).lineTo(column.x + week * step, bottom);
  }
  pen.doc.lineWidth(0.4).stroke(LIGHT.hairline);
}

function drawBar(pen: Pen, item: ScheduledInitiative, x: number, y: number, width: number): void {
  const step = width / WEEKS_OF_PLAN;
  const layer = pen.model.initiatives.find((initiative) => initiative.id === item.initiative)?.layer ?? "cloud";
  const [from, to] = [x + (item.startWeek - 1) * step, x + item.endWeek * step];
  pen.doc.roundedRect(from + 1, y + 5, Math.max(4, to - from - 2), 12, 2).fill(LIGHT.soundings[layer]);
  const label = formatWeeks(item.startWeek, item.endWeek);
  const wide = textWidth(pen, label, TYPE.labelNumber) + 4;
  if (to - from - 2 >= wide + 8) {
    const inside = coloured(TYPE.labelNumber, layer === "cloud" ? LIGHT.ink : LIGHT.surface);
    drawLine(pen, label, from + 6, y + 6, inside);
    return;
  }
  const right = to + 4 + wide <= x + width;
  // On a strip of the page, so that no line of the grid runs through it.
  pen.doc.rect(right ? to + 2 : from - 2 - wide, y + 6, wide, 10).fill(LIGHT.surface);
  drawLine(pen, label, right ? to + 4 : from - 4, y + 6, TYPE.labelNumber, right ? "left" : "right");
}
