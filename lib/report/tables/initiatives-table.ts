import { SKILLS, type Skill } from "#lib/catalog/control.ts";
import type { Initiative } from "#lib/planning/initiative.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";
import type { ReportModel } from "../report.ts";
import { type ReportTable, tableOf } from "./table.ts";

/** Every initiative with its risk, effort as three points and by skill, and what verifies it. */
export function initiativesTable({ initiatives, roadmap }: ReportModel): ReportTable {
  const places = new Map(
    roadmap?.plans.flatMap(({ items }) => items.map((item) => [item.initiative, item] as const)) ?? [],
  );
  const titles = new Map(initiatives.map((initiative) => [initiative.id, sayInitiative(initiative)]));
  return tableOf("initiatives", "Initiatives", initiatives, {
    title: ["Initiative", "text", sayInitiative],
    layer: ["Layer", "text", ({ layer }) => layer],
    concerns: ["Concerns", "text", ({ concerns }) => concerns.join(", ")],
    dimensions: ["Dimensions", "text", ({ dimensions }) => dimensions.join(", ")],
    clusters: ["Clusters", "number", ({ clusters }) => clusters.length],
    quadrant: ["Quadrant", "text", ({ quadrant }) => quadrant],
    quarter: ["Quarter", "number", ({ id }) => places.get(id)?.quarter ?? null],
    owner: ["Owner", "text", ({ id }) => places.get(id)?.owner ?? null],
    risk: ["Risk points removed", "number", ({ risk }) => risk],
    findings: ["Findings closed", "number", ({ findings }) => findings.length],
    things: ["Things", "number", ({ things }) => things],
    thing: ["Thing", "text", ({ thing }) => thing],
    days: ["Person-days", "days", ({ effort }) => effort.days],
    optimistic: ["Optimistic", "days", ({ effort }) => effort.optimistic],
    likely: ["Likely", "days", ({ effort }) => effort.likely],
    pessimistic: ["Pessimistic", "days", ({ effort }) => effort.pessimistic],
    ...Object.fromEntries(SKILLS.map((skill) => [skill, daysOf(skill)])),
    how: ["How the effort was computed", "text", ({ effort }) => effort.how],
    override: [
      "Effort set by hand",
      "text",
      ({ effort: { override } }) => override && `${override.by}: ${override.reason}`,
    ],
    own: ["Added by hand", "text", ({ own }) => (own ? `${own.by}: ${own.reason}` : null)],
    after: ["After", "text", ({ after }) => after.map((id) => titles.get(id) ?? id).join("; ")],
    steps: ["Steps", "text", ({ steps }) => steps.map((step, at) => `${at + 1}. ${step}`).join("\n")],
    riskOfDoing: ["Risk of doing it", "text", ({ riskOfDoing }) => riskOfDoing],
    rollback: ["Way back", "text", ({ rollback }) => rollback],
    verifiedBy: ["Verified by", "text", ({ verifiedBy }) => verifiedBy.join(", ")],
    id: ["Id", "text", ({ id }) => id],
  });
}

function daysOf(skill: Skill) {
  return [`Days of ${skill}`, "days", ({ effort }: Initiative) => effort.bySkill[skill] ?? 0] as const;
}
