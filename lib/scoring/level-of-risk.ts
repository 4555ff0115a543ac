import type { RiskLevel } from "./finding.ts";

/** Mildest first. */
export const RISK_LEVELS: readonly RiskLevel[] = ["low", "medium", "high", "critical"];

/** 1-4 low, 5-9 medium, 10-15 high, 16-25 critical. */
export function levelOfRisk(points: number): RiskLevel {
  if (points >= 16) return "critical";
  if (points >= 10) return "high";
  return points >= 5 ? "medium" : "low";
}
