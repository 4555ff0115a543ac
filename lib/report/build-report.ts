import { CATALOG } from "#lib/catalog/catalog.ts";
import { LAYERS } from "#lib/catalog/framework.ts";
import type { Initiative } from "#lib/planning/initiative.ts";
import { headline } from "#lib/presentation/sentences-of-scores.ts";
import { byRiskThenLayer } from "#lib/scoring/find-findings.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { ReportModel } from "./report.ts";
import { summarize } from "./summarize.ts";

/**
 * Everything that a report says, before it is put in order. Findings may be mixed: the uncharted ones are told apart
 * here. Without a headline the score card's own is taken.
 */
export type ReportInput = Omit<ReportModel, "digest" | "summary" | "headline" | "uncharted"> & {
  headline?: string;
  uncharted?: ReportModel["uncharted"];
};
/** The input with its findings told apart and everything in order. */
export type OrderedReport = Omit<ReportModel, "digest" | "summary">;

/**
 * The report of an assessment: findings worst first, the uncharted apart from the charted, initiatives in the order of
 * the roadmap, and the summary. The digest is empty: the caller fills it with the SHA-256 of `digestInput(report)`.
 */
export function buildReport(input: ReportInput): ReportModel {
  const all = [...input.findings, ...(input.uncharted ?? [])];
  const unique = [...new Map(all.map((finding) => [finding.id, finding])).values()];
  const ordered: OrderedReport = {
    ...input,
    headline: input.headline ?? headline(CATALOG, input.scores, unique),
    findings: unique.filter((finding) => finding.maturity !== null).toSorted(byRiskThenLayer),
    uncharted: unique.filter((finding) => finding.maturity === null).toSorted(byRiskThenLayer),
    initiatives: orderInitiatives(input),
    contradictions: input.contradictions.toSorted(
      (a, b) =>
        compare(a.control, b.control) || compare(a.sentence, b.sentence) || compare(a.cluster ?? "", b.cluster ?? ""),
    ),
    ...(input.answers ? { answers: input.answers.toSorted((a, b) => compare(a.question, b.question)) } : {}),
    ...(input.evidence
      ? {
          evidence: input.evidence.toSorted(
            (a, b) => compare(a.question, b.question) || compare(a.title, b.title) || compare(a.sha256, b.sha256),
          ),
        }
      : {}),
  };
  return { ...ordered, digest: "", summary: summarize(ordered) };
}

/** What the digest is computed from: the canonical text of the report without its digest. */
export function digestInput(report: ReportModel): string {
  const { digest: _digest, ...rest } = report;
  return canonicalJson(rest);
}

/** By quarter and week where the roadmap places them, the rest after: most risk first, outer layers before inner ones. */
function orderInitiatives({ initiatives, roadmap }: ReportInput): Initiative[] {
  const items = roadmap?.plans.flatMap((plan) => plan.items) ?? [];
  const places = new Map(items.map((item) => [item.initiative, item.quarter * 100 + item.startWeek]));
  const placeOf = (initiative: Initiative) => places.get(initiative.id) ?? Number.MAX_SAFE_INTEGER;
  return initiatives.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      b.risk - a.risk ||
      LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) ||
      compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
