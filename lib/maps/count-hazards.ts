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

/** Room that a pin takes: its mark, a gap and its digits; draw more than 99 as "99+", the number in the table. */
function pitchOf({ count }: HazardCount): number {
  return count < 10 ? 25 : count < 100 ? 33 : 40;
}

/** Room that pins in a row take. */
export function widthOfPins(counts: readonly HazardCount[]): number {
  return counts.reduce((sum, each) => sum + pitchOf(each), 0);
}

/** Sets pins in a row; `start` is the centre of the first mark. */
export function placePins(counts: readonly HazardCount[], start: Point): (HazardCount & { at: Point })[] {
  return counts.map((count, n) => ({ ...count, at: { x: start.x + widthOfPins(counts.slice(0, n)), y: start.y } }));
}
