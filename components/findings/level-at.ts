import type { RiskLevel } from "#lib/scoring/finding.ts";

/** The level of a cell of the grid, by likelihood x impact: 1-4 low, 5-9 medium, 10-15 high, 16-25 critical. */
export function levelAt(likelihood: number, impact: number): RiskLevel {
  const points = likelihood * impact;
  if (points >= 16) return "critical";
  if (points >= 10) return "high";
  return points >= 5 ? "medium" : "low";
}
