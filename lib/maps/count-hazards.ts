import { LEVELS_WORST_FIRST } from "#lib/presentation/palette.ts";
import type { Finding, RiskLevel } from "#lib/scoring/finding.ts";
import type { Point } from "./geometry.ts";

export type HazardCount = { level: RiskLevel; count: number };

/** Charted findings by level, worst first; levels without one are left out. */
export function countHazards(findings: readonly Finding[]): HazardCount[] {
  const charted = findings.filter((finding) => finding.maturity !== null);
  return LEVELS_WORST_FIRST.map((level) => ({
    level,
    count: charted.filter((finding) => finding.level === level).length,
  })).filter(({ count }) => count > 0);
}

/** Room that a pin takes: its mark and a count of two digits; draw more than 99 as "99+", the number in the table. */
export const PIN_PITCH = 30;

/** Sets pins in a row; `start` is the centre of the first mark. */
export function placePins(counts: readonly HazardCount[], start: Point): (HazardCount & { at: Point })[] {
  return counts.map((count, n) => ({ ...count, at: { x: start.x + n * PIN_PITCH, y: start.y } }));
}
