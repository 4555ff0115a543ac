import { recountBudget, withBudget, withoutBudget } from "./budget.ts";
import type { Initiative } from "./initiative.ts";
import type { PlanInstance } from "./instance.ts";
import { type Capacity, splitIntoPhases } from "./split-into-phases.ts";
import { toInstance, type Wishes } from "./to-instance.ts";
import { type DatedWish, wishesOf } from "./wishes-of.ts";

export type PlanRequested = {
  capacity: Capacity;
  /** ISO date */
  startsOn: string;
  /** Person-days of the year, all skills together; null: none. */
  budget: number | null;
  wishes: readonly DatedWish[];
  /** Initiatives of the last version, whose phases stay. */
  before?: readonly Initiative[];
};

export type PlanAsked = {
  /** In phases that fit. */
  initiatives: Initiative[];
  /** By id of those. */
  wishes: Wishes;
  instance: PlanInstance;
  /** The same without the budget: by it weeks are laid out. */
  inWeeks: PlanInstance;
};

/** What the planner is asked. */
export function planWithin(whole: readonly Initiative[], requested: PlanRequested): PlanAsked {
  const { capacity, startsOn, budget, before } = requested;
  if (budget === null) {
    const initiatives = splitIntoPhases(whole, capacity, before);
    const wishes = wishesOf(requested.wishes, initiatives, startsOn);
    const instance = toInstance(initiatives, capacity, undefined, wishes);
    return { initiatives, wishes, instance, inWeeks: instance };
  }
  const asked = withBudget(whole, capacity, budget);
  const phases = recountBudget(splitIntoPhases(asked.initiatives, asked.capacity, before));
  const initiatives = withoutBudget(phases);
  const wishes = wishesOf(requested.wishes, initiatives, startsOn);
  return {
    ...{ initiatives, wishes },
    instance: toInstance(phases, asked.capacity, undefined, wishes),
    inWeeks: toInstance(initiatives, capacity, undefined, wishes),
  };
}

/** The instance that a stored version was planned from, its phases as they are. */
export function askedOf(
  initiatives: readonly Initiative[],
  capacity: Capacity,
  budget: number | null,
  wishes: Wishes,
): PlanInstance {
  if (budget === null) return toInstance(initiatives, capacity, undefined, wishes);
  const asked = withBudget(initiatives, capacity, budget);
  return toInstance(asked.initiatives, asked.capacity, undefined, wishes);
}
