import type { Initiative } from "#lib/planning/initiative.ts";

export type QuadrantLines = { effort: number | null; risk: number | null };

/**
 * Where the lines between the quadrants run, in person-days and risk points: half way between the neighbours that they
 * part. Null where all initiatives stand on one side.
 */
export function quadrantLines(initiatives: readonly Pick<Initiative, "quadrant" | "risk" | "effort">[]): QuadrantLines {
  const much = initiatives.filter(({ quadrant }) => quadrant === "do now" || quadrant === "plan well");
  const little = initiatives.filter((each) => !much.includes(each));
  const long = initiatives.filter(({ quadrant }) => quadrant === "plan well" || quadrant === "think twice");
  const short = initiatives.filter((each) => !long.includes(each));
  return {
    risk: between(
      little.map(({ risk }) => risk),
      much.map(({ risk }) => risk),
    ),
    effort: between(
      short.map(({ effort }) => effort.days),
      long.map(({ effort }) => effort.days),
    ),
  };
}

function between(below: readonly number[], above: readonly number[]): number | null {
  if (below.length === 0 || above.length === 0) return null;
  return (Math.max(...below) + Math.min(...above)) / 2;
}
