import type { Initiative } from "./initiative.ts";
import type { PlanInstance, PlanItem } from "./instance.ts";
import type { Capacity } from "./split-into-phases.ts";

/** What people want of the order: quarters from 1; `latest` or `pin` makes a must. */
export type Wishes = Readonly<Record<string, Partial<Pick<PlanItem, "earliest" | "latest" | "pin">>>>;

/**
 * The planner's input for initiatives (already split into phases), person-days by skill and quarter, and wishes by
 * initiative id. A skill without capacity has none: what needs it is left.
 */
export function toInstance(
  initiatives: readonly Initiative[],
  capacity: Capacity,
  quarters = 4,
  wishes: Wishes = {},
): PlanInstance {
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
      ...(Object.hasOwn(wishes, id) ? wishes[id] : {}),
    })),
  };
}
