import type { Initiative, Quadrant } from "./initiative.ts";

export type Thresholds = { risk: number; days: number };

/** Where the quadrants part: the medians of risk and of effort, so that a team always sees its own four corners. */
export function thresholdsOf(initiatives: readonly Pick<Initiative, "risk" | "effort">[]): Thresholds {
  return {
    risk: median(initiatives.map(({ risk }) => risk)),
    days: median(initiatives.map(({ effort }) => effort.days)),
  };
}

/** Much risk is at least the median, little effort at most the median. */
export function quadrantOf(risk: number, days: number, thresholds: Thresholds): Quadrant {
  const much = risk >= thresholds.risk;
  const little = days <= thresholds.days;
  return much ? (little ? "do now" : "plan well") : little ? "fill in" : "think twice";
}

export function withQuadrants(initiatives: readonly Initiative[]): Initiative[] {
  const thresholds = thresholdsOf(initiatives);
  return initiatives.map((initiative) => ({
    ...initiative,
    quadrant: quadrantOf(initiative.risk, initiative.effort.days, thresholds),
  }));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
