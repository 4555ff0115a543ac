import type { Initiative } from "./initiative.ts";
import { withoutDust } from "./objective.ts";
import type { Capacity } from "./split-into-phases.ts";

/** Person-days of all skills together, which the planner takes for one skill more. */
const ALL_SKILLS = "all skills";

type Planned = { initiatives: Initiative[]; capacity: Capacity };

/**
 * The same work with a budget: person-days of all skills together in the year, a quarter of them in each quarter (money comes
 * by the quarter, and what is not spent then is not saved up). The planner needs no other rule than that of capacity. Take the
 * budget out again by `withoutBudget` before weeks are laid out.
 */
export function withBudget(
  initiatives: readonly Initiative[],
  capacity: Capacity,
  days: number,
  quarters = 4,
): Planned {
  return {
    initiatives: initiatives.map((initiative) => ({
      ...initiative,
      effort: { ...initiative.effort, bySkill: { ...initiative.effort.bySkill, [ALL_SKILLS]: totalDays(initiative) } },
    })),
    // The planner takes any name for a skill; to everybody else this one is unknown.
    capacity: { ...capacity, [ALL_SKILLS]: new Array<number>(quarters).fill(days / quarters) } as Capacity,
  };
}

/** Phases are of whole tenths of days, each skill by itself: what one takes of the budget is what its skills take together. */
export function recountBudget(phases: readonly Initiative[]): Initiative[] {
  return withoutBudget(phases).map((phase) => ({
    ...phase,
    effort: { ...phase.effort, bySkill: { ...phase.effort.bySkill, [ALL_SKILLS]: totalDays(phase) } },
  }));
}

export function withoutBudget(initiatives: readonly Initiative[]): Initiative[] {
  return initiatives.map((initiative) => ({
    ...initiative,
    effort: {
      ...initiative.effort,
      bySkill: Object.fromEntries(Object.entries(initiative.effort.bySkill).filter(([skill]) => skill !== ALL_SKILLS)),
    },
  }));
}

/** Person-days of an initiative, by the sum of its skills. */
export function totalDays({ effort }: Pick<Initiative, "effort">): number {
  return withoutDust(Object.values(effort.bySkill).reduce((sum, days) => sum + (days ?? 0), 0));
}
