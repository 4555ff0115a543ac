import type { Quadrant } from "#lib/planning/initiative.ts";
import { sayQuadrant } from "#lib/presentation/sentences-of-plans.ts";

const CORNERS: Record<Quadrant, string> = {
  "do now": "top-2 left-16",
  "plan well": "top-2 right-4",
  "fill in": "bottom-16 left-16",
  "think twice": "right-4 bottom-16",
};

/** The names of the quadrants, each in its corner of the chart. */
export function QuadrantNames() {
  return (Object.keys(CORNERS) as Quadrant[]).map((quadrant) => (
    <span
      key={quadrant}
      className={`pointer-events-none absolute rounded-small bg-surface/80 px-1 font-strong text-xs ${CORNERS[quadrant]}`}
    >
      {sayQuadrant(quadrant)}
    </span>
  ));
}
