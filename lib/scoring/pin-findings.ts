import type { Finding, RiskLevel } from "./finding.ts";
import { RISK_LEVELS } from "./level-of-risk.ts";
import type { ScoreCard } from "./score.ts";
import { sum } from "./weighted-mean.ts";

/** Writes the findings into the card's cells: how many, their risk points, and the worst level that is charted. */
export function pinFindings(card: ScoreCard, findings: readonly Finding[]): ScoreCard {
  const byCell = Map.groupBy(findings, ({ layer, dimension }) => `${layer} ${dimension}`);
  const cells = card.cells.map((cell) => {
    const here = byCell.get(`${cell.layer} ${cell.dimension}`) ?? [];
    return { ...cell, findings: here.length, risk: sum(here.map((one) => one.risk.points)), worst: worstLevel(here) };
  });
  return { ...card, cells };
}

/** The worst level among charted findings; null when nothing is charted. */
export function worstLevel(findings: readonly Finding[]): RiskLevel | null {
  const levels = new Set(findings.filter((one) => one.maturity !== null).map((one) => one.level));
  return RISK_LEVELS.findLast((level) => levels.has(level)) ?? null;
}
