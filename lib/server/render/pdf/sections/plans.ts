import type { QuarterPlan, Roadmap, ScheduledInitiative } from "#lib/planning/roadmap.ts";
import { formatPeriod, formatWeeks, WEEKS_OF_PLAN } from "#lib/presentation/dates.ts";
import { formatDays, formatDecimal, formatRiskOf } from "#lib/presentation/numbers.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { sayAfter, sayDoneWhen, sayInitiative } from "#lib/presentation/sentences-of-plans.ts";
import { daysOf } from "#lib/report/summarize.ts";
import { drawFitted, drawLine } from "../draw-text.ts";
import { numberOfInitiative } from "../names.ts";
import { columnsOf } from "../page-grid.ts";
import { paragraph, section, subheading } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { tagged } from "../structure.ts";
import { drawTable, type Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";

/** The four 90-day plans, each from a page of its own. */
export function drawPlans(pen: Pen): void {
  const { roadmap } = pen.model;
  for (const plan of roadmap?.plans ?? []) {
    section(
      pen,
      `90-day plan ${plan.quarter} of ${roadmap?.plans.length ?? 4}`,
      plan.goal || "Nothing is planned",
      "portrait",
      () => {
        if (roadmap) drawPlan(pen, plan, roadmap);
      },
    );
  }
}

function drawPlan(pen: Pen, plan: QuarterPlan, roadmap: Roadmap): void {
  drawFacts(pen, plan, roadmap);
  if (plan.items.length === 0) {
    paragraph(pen, "No initiative stands in this plan.");
    return;
  }
  subheading(pen, "Thirteen weeks", 120);
  drawWeeks(pen, plan);
  drawCapacity(pen, plan);
  subheading(pen, "When it is done, and what can go wrong", 120);
  drawCriteria(pen, plan, roadmap);
}

function drawFacts(pen: Pen, plan: QuarterPlan, roadmap: Roadmap): void {
  const facts: [string, string][] = [
    [formatPeriod(plan.startsOn, plan.endsOn), "period"],
    [String(plan.items.length), plan.items.length === 1 ? "initiative" : "initiatives"],
    [formatDays(daysOf(plan, pen.model.initiatives)), "of work"],
    [formatDecimal(plan.riskRemoved), `of ${formatDecimal(roadmap.riskAtStart)} risk points removed`],
    [formatDecimal(plan.riskLeft), "risk points left"],
  ];
  const starts = [0, 4, 6, 8, 10];
  for (const [i, [value, label]] of facts.entries()) {
    const { x, width } = columnsOf(pen.area, starts[i] ?? 0, i === 0 ? 4 : 2);
    tagged(pen, "P", () => {
      drawFitted(pen, value, x, pen.y, TYPE.bodyBold, width + 12);
      drawFitted(pen, label, x, pen.y + 16, TYPE.label, width + 12);
    });
  }
  pen.y += 44;
}

function drawWeeks(pen: Pen, plan: QuarterPlan): void {
  const columns = [
    { title: "No.", share: 1, align: "right" as const },
    { title: "Initiative and owner", share: 9 },
    { title: "Weeks 1 to 13", share: 11 },
  ];
  const items = plan.items.toSorted((a, b) => a.startWeek - b.startWeek || a.endWeek - b.endWeek);
  drawTable(
    pen,
    columns,
    items.map((item) => rowOfWeeks(pen, item)),
  );
}

function rowOfWeeks(pen: Pen, item: ScheduledInitiative): Row {
  const initiative = pen.model.initiatives.find((other) => other.id === item.initiative);
  const who = `${initiative?.skill ?? ""} · ${item.owner ?? "no owner yet"} · ${initiative ? formatDays(initiative.effort.days) : ""}`;
  return {
    cells: [
      [{ text: String(numberOfInitiative(pen.model, item.initiative)), style: TYPE.number }],
      [
        { text: initiative ? sayInitiative(initiative) : item.initiative, style: TYPE.smallBold },
        { text: who, style: TYPE.label },
      ],
      [{ height: 22, draw: (x, y, width) => drawBar(pen, item, x, y, width) }],
    ],
  };
}

function drawBar(pen: Pen, item: ScheduledInitiative, x: number, y: number, width: number): void {
  const { doc } = pen;
  const step = width / WEEKS_OF_PLAN;
  for (let week = 0; week <= WEEKS_OF_PLAN; week++) doc.moveTo(x + week * step, y - 4).lineTo(x + week * step, y + 26);
  doc.lineWidth(0.4).stroke(LIGHT.hairline);
  const layer = pen.model.initiatives.find((initiative) => initiative.id === item.initiative)?.layer ?? "cloud";
  const [from, to] = [x + (item.startWeek - 1) * step, x + item.endWeek * step];
  doc.roundedRect(from + 1, y + 4, Math.max(4, to - from - 2), 12, 2).fill(LIGHT.soundings[layer]);
  const label = formatWeeks(item.startWeek, item.endWeek);
  const outside = item.endWeek <= WEEKS_OF_PLAN - 3;
  if (outside) drawLine(pen, label, to + 4, y + 5, TYPE.labelNumber);
  else drawLine(pen, label, from - 4, y + 5, TYPE.labelNumber, "right");
}

function drawCapacity(pen: Pen, plan: QuarterPlan): void {
  subheading(pen, "Capacity by skill, person-days", 44);
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
  pen.y += Math.ceil(plan.capacity.length / 4) * 36 + 8;
}

function drawCriteria(pen: Pen, plan: QuarterPlan, roadmap: Roadmap): void {
  const columns = [
    { title: "No.", share: 1, align: "right" as const },
    { title: "Removes, after what, done when", share: 11 },
    { title: "Risk of doing it", share: 9 },
  ];
  const rows = plan.items.flatMap((item): Row[] => {
    const initiative = pen.model.initiatives.find((other) => other.id === item.initiative);
    if (!initiative) return [];
    const after = sayAfter(initiative, plan.quarter, pen.model.initiatives, roadmap);
    const facts = `removes ${formatRiskOf(initiative.risk, roadmap.riskAtStart)}${after ? ` · ${after}` : ""} · ${sayDoneWhen(initiative)}`;
    return [
      {
        cells: [
          [{ text: String(numberOfInitiative(pen.model, item.initiative)), style: TYPE.number }],
          [{ text: facts.charAt(0).toUpperCase() + facts.slice(1), style: TYPE.small }],
          [{ text: initiative.riskOfDoing, style: TYPE.small }],
        ],
      },
    ];
  });
  drawTable(pen, columns, rows);
}
