import type { Initiative } from "#lib/planning/initiative.ts";
import type { QuarterPlan, ScheduledInitiative } from "#lib/planning/roadmap.ts";
import { addDays, startOfWeek } from "#lib/presentation/dates.ts";
import { sayDoneWhen, sayInitiative } from "#lib/presentation/sentences-of-plans.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import type { ReportModel } from "./report.ts";

/** An initiative as a tracker or a calendar takes it. Dates are ISO dates, first and last working day; null: left out of the year. */
export type WorkItem = {
  /** The initiative's id: stays the same from one export to the next. */
  id: string;
  title: string;
  quarter: number | null;
  startsOn: string | null;
  endsOn: string | null;
  owner: string | null;
  /** Person-days. */
  days: number;
  priority: "highest" | "high" | "medium" | "low";
  /** kebab-case. */
  labels: string[];
  /** Headed paragraphs and lists, in the order in which one reads them. */
  sections: { title: string; text?: string; items?: string[]; ordered?: true }[];
};

/** Every initiative of the report in the order of the roadmap, those that the year does not hold at the end. */
export function workItems(report: ReportModel): WorkItem[] {
  const places = new Map(
    report.roadmap?.plans.flatMap((plan) => plan.items.map((item) => [item.initiative, { plan, item }] as const)) ?? [],
  );
  const findings = new Map(report.findings.map((finding) => [finding.id, finding]));
  const titles = new Map(report.initiatives.map((initiative) => [initiative.id, sayInitiative(initiative)]));
  return report.initiatives.map((initiative) => ({
    id: initiative.id,
    title: sayInitiative(initiative),
    ...when(places.get(initiative.id)),
    days: initiative.effort.days,
    priority: priorityOf(initiative, findings),
    labels: labelsOf(initiative),
    sections: sectionsOf(initiative, findings, titles),
  }));
}

function when(place: { plan: QuarterPlan; item: ScheduledInitiative } | undefined) {
  if (!place) return { quarter: null, startsOn: null, endsOn: null, owner: null };
  const { plan, item } = place;
  return {
    quarter: plan.quarter,
    startsOn: startOfWeek(plan.startsOn, item.startWeek),
    endsOn: addDays(startOfWeek(plan.startsOn, item.endWeek), 4),
    owner: item.owner,
  };
}

/** As grave as the worst finding that it closes. */
function priorityOf({ findings }: Initiative, all: ReadonlyMap<string, Finding>): WorkItem["priority"] {
  const levels = new Set(findings.map((id) => all.get(id)?.level));
  if (levels.has("critical")) return "highest";
  if (levels.has("high")) return "high";
  return levels.has("medium") ? "medium" : "low";
}

function labelsOf({ layer, concerns, quadrant, skill }: Initiative): string[] {
  return ["chartroom", `layer-${layer}`, `skill-${skill}`, ...concerns, quadrant.replaceAll(" ", "-")];
}

function sectionsOf(
  initiative: Initiative,
  findings: ReadonlyMap<string, Finding>,
  titles: ReadonlyMap<string, string>,
): WorkItem["sections"] {
  const closed = initiative.findings.flatMap((id) => findings.get(id) ?? []);
  const after = initiative.after.map((id) => titles.get(id) ?? id);
  return [
    { title: "Why", text: `It removes ${initiative.risk} risk points. Effort: ${initiative.effort.how}.` },
    ...(after.length > 0 ? [{ title: "After", items: after }] : []),
    { title: "Steps", items: [...initiative.steps], ordered: true },
    { title: "What can go wrong", text: initiative.riskOfDoing },
    { title: "Way back", text: initiative.rollback },
    { title: "Done when", text: `It is ${sayDoneWhen(initiative)}.` },
    {
      title: "Findings closed",
      items: closed.map((finding) => `${finding.title} (${finding.clusterName}): ${finding.because}`),
    },
  ];
}
