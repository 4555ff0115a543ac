import type { Initiative } from "./initiative.ts";
import type { PlanInstance } from "./instance.ts";
import type { Capacity } from "./split-into-phases.ts";

/** The planner's input for initiatives (already split into phases) and person-days by skill and quarter. */
export function toInstance(initiatives: readonly Initiative[], capacity: Capacity, quarters = 4): PlanInstance {
  const known = new Set(initiatives.map(({ id }) => id));
  const skills = new Set([
    ...Object.keys(capacity),
    ...initiatives.flatMap(({ effort }) => Object.keys(effort.bySkill)),
  ]);
  return {
    quarters,
    capacity: Object.fromEntries(
      [...skills].map((skill) => [
        skill,
        Array.from({ length: quarters }, (_, q) => capacity[skill as keyof Capacity]?.[q] ?? 0),
      ]),
    ),
    initiatives: initiatives.map(({ id, layer, risk, effort, after }) => ({
      id,
      layer,
      risk,
      effort: Object.fromEntries(Object.entries(effort.bySkill).filter(([, days]) => days > 0)),
      after: after.filter((before) => known.has(before)),
      earliest: 1,
      latest: quarters,
      pin: null,
    })),
  };
}
