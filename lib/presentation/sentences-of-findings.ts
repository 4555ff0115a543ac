import { MATURITY_NAMES } from "#lib/catalog/control.ts";
import type { Finding, RiskStep } from "#lib/scoring/finding.ts";
import { formatDate } from "./dates.ts";
import { formatCount, formatDecimal, formatRisk } from "./numbers.ts";
import { LEVEL_NAMES } from "./palette.ts";

/** What is believed about the control: "0 absent", "2 partial", "uncharted". */
export function sayMaturity(finding: Finding): string {
  return finding.maturity === null ? "uncharted" : `${finding.maturity} ${MATURITY_NAMES[finding.maturity]}`;
}

/** How much fails: "14 of 31 looked at"; a count alone when nothing else was counted, nothing when only people spoke. */
export function sayAffected(finding: Finding): string {
  if (finding.affected <= 0) return "";
  if (finding.affected === 1 && finding.lookedAt <= 1) return "the one looked at";
  if (finding.lookedAt <= finding.affected) return `all ${formatCount(finding.affected)} looked at`;
  return `${formatCount(finding.affected)} of ${formatCount(finding.lookedAt)} looked at`;
}

/** How much of it somebody answers for: "3 of 14 accepted until 31 Jan 2027". */
export function sayAccepted({ resources, until }: NonNullable<Finding["accepted"]>, affected: number): string {
  const share = resources >= affected ? "All" : `${formatCount(resources)} of ${formatCount(affected)}`;
  return `${share} accepted until ${formatDate(until)}`;
}

/** "High, 12 risk points (likelihood 3 x impact 4)"; an override says what was computed and who decided. */
export function sayRisk(finding: Finding): string {
  const { risk } = finding;
  const computed = `likelihood ${risk.likelihood} × impact ${risk.impact}`;
  if (!risk.override) return `${LEVEL_NAMES[finding.level]}, ${formatRisk(risk.points)} (${computed})`;
  return (
    `${LEVEL_NAMES[finding.level]}, ${formatRisk(risk.points)} as set by ${risk.override.by}: ${risk.override.reason} ` +
    `(computed: ${formatDecimal(risk.computed)}, ${computed})`
  );
}

/** "Likelihood 3 → 4: reachable from the internet". */
export function sayRiskStep(step: RiskStep): string {
  const what = step.of === "likelihood" ? "Likelihood" : "Impact";
  return step.from === step.to
    ? `${what} ${step.to}: ${step.reason}`
    : `${what} ${step.from} → ${step.to}: ${step.reason}`;
}

/** The whole finding in a line, for lists, mails and alternative texts. */
export function sayFinding(finding: Finding): string {
  const affected = sayAffected(finding);
  return `${finding.title} · ${finding.clusterName}${affected ? ` · ${affected}` : ""} · ${sayRisk(finding)}`;
}
