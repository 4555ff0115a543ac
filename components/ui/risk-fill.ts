import type { RiskLevel } from "#lib/scoring/finding.ts";

/** Classes for a level's mark and for a surface in its tint. */
export const RISK_FILL: Record<RiskLevel, string> = {
  low: "fill-low",
  medium: "fill-medium",
  high: "fill-high",
  critical: "fill-critical",
};
export const RISK_TINT_FILL: Record<RiskLevel, string> = {
  low: "fill-low-tint",
  medium: "fill-medium-tint",
  high: "fill-high-tint",
  critical: "fill-critical-tint",
};
export const RISK_TINT: Record<RiskLevel, string> = {
  low: "bg-low-tint",
  medium: "bg-medium-tint",
  high: "bg-high-tint",
  critical: "bg-critical-tint",
};
