import { addDays, startOfWeek, WEEKS_OF_PLAN } from "#lib/presentation/dates.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";
import type { ReportModel } from "../report.ts";
import { type ReportTable, tableOf } from "./table.ts";

/** What is done when and by whom: a row for each initiative that has its weeks, in their order. */
export function roadmapTable({ roadmap, initiatives }: ReportModel): ReportTable {
  const byId = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
  const rows = (roadmap?.plans ?? []).flatMap((plan) =>
    plan.items.map((item) => ({ plan, item, initiative: byId.get(item.initiative) })),
  );
  return tableOf("roadmap", "Roadmap", rows, {
    quarter: ["Quarter", "number", ({ plan }) => plan.quarter],
    startsOn: ["Starts on", "date", ({ plan, item }) => startOfWeek(plan.startsOn, item.startWeek)],
    endsOn: ["Ends on", "date", ({ plan, item }) => addDays(startOfWeek(plan.startsOn, item.endWeek), 4)],
    initiative: [
      "Initiative",
      "text",
      ({ item, initiative }) => (initiative ? sayInitiative(initiative) : item.initiative),
    ],
    layer: ["Layer", "text", ({ initiative }) => initiative?.layer ?? null],
    owner: ["Owner", "text", ({ item }) => item.owner],
    days: ["Person-days", "days", ({ initiative }) => initiative?.effort.days ?? null],
    risk: ["Risk points removed", "number", ({ initiative }) => initiative?.risk ?? null],
    exit: [
      "Done when these checks pass",
      "text",
      ({ initiative }) => initiative?.verifiedBy.join(", ") || "a new answer says so",
    ],
    id: ["Id", "text", ({ item }) => item.initiative],
  });
}

/** What does not fit into the year, and why. */
export function leftOutTable({ roadmap, initiatives }: ReportModel): ReportTable {
  const byId = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
  return tableOf("left-out", "Left out", roadmap?.left ?? [], {
    initiative: [
      "Initiative",
      "text",
      ({ initiative: id }) => {
        const found = byId.get(id);
        return found ? sayInitiative(found) : id;
      },
    ],
    risk: ["Risk points", "number", ({ initiative }) => byId.get(initiative)?.risk ?? null],
    days: ["Person-days", "days", ({ initiative }) => byId.get(initiative)?.effort.days ?? null],
    why: ["Why", "text", ({ why }) => why],
    id: ["Id", "text", ({ initiative }) => initiative],
  });
}

/** Person-days by quarter and skill. */
export function capacityTable({ roadmap }: ReportModel): ReportTable {
  const rows = (roadmap?.plans ?? []).flatMap(({ quarter, capacity }) =>
    capacity.map((each) => ({ quarter, ...each })),
  );
  return tableOf("capacity", "Capacity", rows, {
    quarter: ["Quarter", "number", ({ quarter }) => quarter],
    skill: ["Skill", "text", ({ skill }) => skill],
    used: ["Days used", "days", ({ used }) => used],
    available: ["Days available", "days", ({ available }) => available],
  });
}

/** Remaining risk at the end of each week, as planned and by greedy order. */
export function curveTable({ roadmap }: ReportModel): ReportTable {
  const rows = (roadmap?.curve ?? []).map((risk, week) => ({ week, risk, greedy: roadmap?.greedyCurve[week] ?? null }));
  return tableOf("remaining-risk", "Remaining risk", rows, {
    week: ["Week", "number", ({ week }) => week],
    quarter: ["Quarter", "number", ({ week }) => Math.max(1, Math.ceil(week / WEEKS_OF_PLAN))],
    endsOn: ["Date", "date", ({ week }) => addDays(roadmap?.startsOn ?? "", week * 7)],
    risk: ["Risk points left", "number", ({ risk }) => risk],
    greedy: ["By greedy order", "number", ({ greedy }) => greedy],
  });
}
