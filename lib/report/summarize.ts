import type { Initiative } from "#lib/planning/initiative.ts";
import type { QuarterPlan, Roadmap } from "#lib/planning/roadmap.ts";
import {
  formatCount,
  formatDays,
  formatDecimal,
  formatInterval,
  formatList,
  formatPercent,
  formatRisk,
  formatRiskOf,
  formatScore,
  formatThings,
  isBlank,
} from "#lib/presentation/numbers.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import type { OrderedReport } from "./build-report.ts";

/**
 * Three to five sentences for the one-page summary, made from the data alone: where it stands, where the risk sits,
 * what the first 90 days do, what the year does, and how much of it rests on nothing or is disputed.
 */
export function summarize(input: OrderedReport): string[] {
  return [sayStanding(input), sayWhereRiskSits(input), saySteps(input), sayYearEnd(input), sayDoubt(input)].filter(
    (sentence) => sentence !== "",
  );
}

function sayStanding({ scores, layersMap, clusters }: OrderedReport): string {
  const { assured, own } = scores.overall;
  if (clusters.length === 0) return "No cluster is part of the assessment yet, so there is nothing to score.";
  const on = formatThings(clusters.length, "cluster");
  if (isBlank(assured)) return `Nothing applies yet on ${on}, so there is no score.`;
  const first = layersMap.layers.find((layer) => layer.heldBy !== null);
  const held = layersMap.layers
    .filter((layer) => first && layer.heldBy === first.heldBy)
    .map((layer) => layer.title.toLowerCase());
  const holder = layersMap.layers.find((layer) => layer.layer === first?.heldBy)?.title.toLowerCase();
  const holds = holder
    ? `; the ${holder} layer holds the ${formatList(held)} ${held.length === 1 ? "layer" : "layers"} down`
    : "";
  const room =
    formatInterval(assured) === formatScore(assured)
      ? ""
      : `, at best ${Math.round(assured.high)} once everything uncharted proves to be met`;
  return `Over ${on} the assured score is ${formatScore(assured)} of 100 (own: ${formatScore(own)})${room}${holds}.`;
}

function sayWhereRiskSits({ findings, layersMap }: OrderedReport): string {
  if (findings.length === 0) return "No control was found unmet by evidence.";
  const total = sumOfRisk(findings);
  const critical = findings.filter((finding) => finding.level === "critical").length;
  const byConcern = layersMap.concerns
    .map(({ concern, title }) => ({
      title,
      risk: sumOfRisk(findings.filter((finding) => finding.concern === concern)),
    }))
    .filter(({ risk }) => risk > 0)
    .toSorted((a, b) => b.risk - a.risk)
    .slice(0, 2)
    .map(({ title, risk }) => `${title} (${formatDecimal(risk)})`);
  const most = byConcern.length > 0 ? `; most of it sits in ${formatList(byConcern)}` : "";
  return `${formatThings(findings.length, "finding")} ${findings.length === 1 ? "carries" : "carry"} ${formatRisk(total)}, ${critical === 0 ? "none" : formatCount(critical)} of them critical${most}.`;
}

function saySteps({ roadmap, initiatives }: OrderedReport): string {
  const plan = roadmap?.plans[0];
  if (!roadmap || !plan || plan.items.length === 0) return "";
  const share = roadmap.riskAtStart > 0 ? plan.riskRemoved / roadmap.riskAtStart : 0;
  const verb = plan.items.length === 1 ? "initiative takes" : "initiatives take";
  return (
    `In the first 90 days ${formatCount(plan.items.length)} ${verb} ${formatDays(daysOf(plan, initiatives))} of work and remove ` +
    `${formatRiskOf(plan.riskRemoved, roadmap.riskAtStart)} (${formatPercent(share, "of the risk")}).`
  );
}

function sayYearEnd({ roadmap, initiatives }: OrderedReport): string {
  if (!roadmap) return "No roadmap has been drawn yet.";
  const days = roadmap.plans.reduce((sum, plan) => sum + daysOf(plan, initiatives), 0);
  const left =
    roadmap.left.length === 0
      ? "everything fits"
      : `${formatThings(roadmap.left.length, "initiative")} ${roadmap.left.length === 1 ? "does" : "do"} not fit`;
  return `All four plans together take ${formatDays(days)} and leave ${formatRisk(riskAtEnd(roadmap))} after twelve months; ${left}.`;
}

function sayDoubt({ uncharted, contradictions }: OrderedReport): string {
  const parts: string[] = [];
  if (uncharted.length > 0)
    parts.push(
      `${formatThings(uncharted.length, "control")} ${uncharted.length === 1 ? "is" : "are"} uncharted and ${uncharted.length === 1 ? "counts" : "count"} as unmet until somebody looks`,
    );
  const differ = contradictions.filter(({ standing }) => standing !== "gone");
  if (differ.length > 0) {
    const settled = differ.filter(({ standing }) => standing === "settled").length;
    const decided =
      settled === 0 ? "" : settled === differ.length ? ", each with a decision" : `, ${settled} with a decision`;
    parts.push(`what people said and what was seen disagree in ${formatThings(differ.length, "place")}${decided}`);
  }
  if (parts.length === 0) return "";
  const sentence = parts.join("; ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function sumOfRisk(findings: readonly Finding[]): number {
  return findings.reduce((sum, finding) => sum + finding.risk.points, 0);
}

function riskAtEnd(roadmap: Roadmap): number {
  return roadmap.plans.at(-1)?.riskLeft ?? roadmap.riskAtStart;
}

/** Person-days of the initiatives of a plan, over all skills. */
export function daysOf(plan: QuarterPlan, initiatives: readonly Initiative[]): number {
  const ids = new Set(plan.items.map((item) => item.initiative));
  return initiatives
    .filter((initiative) => ids.has(initiative.id))
    .reduce((sum, initiative) => sum + initiative.effort.days, 0);
}
