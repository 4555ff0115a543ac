import type { Finding } from "#lib/scoring/finding.ts";
import type { ReportModel } from "../report.ts";
import { type ReportTable, tableOf } from "./table.ts";

/** Every finding that evidence speaks about, worst first, with the steps that its risk took. */
export function findingsTable({ findings }: ReportModel): ReportTable {
  return tableOf("findings", "Findings", findings, {
    ...place,
    maturity: ["Maturity", "number", (finding) => finding.maturity],
    level: ["Level", "text", (finding) => finding.level],
    risk: ["Risk points", "number", (finding) => finding.risk.points],
    likelihood: ["Likelihood", "number", (finding) => finding.risk.likelihood],
    impact: ["Impact", "number", (finding) => finding.risk.impact],
    steps: ["What moved the risk", "text", (finding) => stepsOf(finding)],
    override: ["Set by hand", "text", ({ risk }) => risk.override && `${risk.override.by}: ${risk.override.reason}`],
    affected: ["Resources that fail", "number", (finding) => finding.affected],
    lookedAt: ["Resources looked at", "number", (finding) => finding.lookedAt],
    accepted: ["Accepted", "number", (finding) => finding.accepted?.resources ?? 0],
    acceptedUntil: ["Accepted until", "date", (finding) => finding.accepted?.until ?? null],
    escalatesTo: ["Escalates to", "text", (finding) => finding.escalatesTo],
    because: ["Why", "text", (finding) => finding.because],
    id: ["Id", "text", (finding) => finding.id],
  });
}

/** Findings about which nothing is known. */
export function unchartedTable({ uncharted }: ReportModel): ReportTable {
  return tableOf("uncharted", "Uncharted", uncharted, {
    ...place,
    risk: ["Risk points if unmet", "number", (finding) => finding.risk.points],
    id: ["Id", "text", (finding) => finding.id],
  });
}

/** The resources that a finding names. */
export function resourcesTable({ findings }: ReportModel): ReportTable {
  const named = findings.flatMap((finding) => finding.sample.map((seen) => ({ finding, ...seen })));
  return tableOf("resources", "Resources", named, {
    finding: ["Finding", "text", ({ finding }) => finding.title],
    cluster: ["Cluster", "text", ({ finding }) => finding.clusterName],
    kind: ["Kind", "text", ({ resource }) => resource.kind],
    namespace: ["Namespace", "text", ({ resource }) => resource.namespace ?? null],
    name: ["Name", "text", ({ resource }) => resource.name],
    field: ["Field", "text", ({ field }) => field],
    message: ["What was seen", "text", ({ message }) => message],
  });
}

const place = {
  title: ["Finding", "text", (finding: Finding) => finding.title],
  cluster: ["Cluster", "text", (finding: Finding) => finding.clusterName],
  layer: ["Layer", "text", (finding: Finding) => finding.layer],
  concern: ["Concern", "text", (finding: Finding) => finding.concern],
  dimension: ["Dimension", "text", (finding: Finding) => finding.dimension],
} as const;

function stepsOf({ risk }: Finding): string {
  return risk.steps.map((step) => `${step.of} ${step.from} to ${step.to}: ${step.reason}`).join("; ");
}
