import type { InitiativeProgress } from "#components/roadmap/progress.ts";
import { stateOf } from "#components/roadmap/progress.ts";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { InitiativeState, Roadmap } from "#lib/planning/roadmap.ts";
import { addDays, daysBetween, startOfWeek } from "#lib/presentation/dates.ts";

export type NextInitiative = {
  initiative: Initiative;
  owner: string | null;
  state: InitiativeState;
  /** ISO date of the last day of its last week. */
  due: string;
  /** Days past that date; 0 when it lies ahead. */
  late: number;
};

/**
 * The initiatives that come first from today on: of the plan of these 90 days, in the order of their dates, those that no
 * scan has verified; when it has fewer, the next plans fill up. `at`: now, ISO 8601.
 */
export function nextInitiatives(
  roadmap: Roadmap,
  initiatives: readonly Initiative[],
  progress: readonly InitiativeProgress[],
  at: string,
  count = 3,
): NextInitiative[] {
  const today = at.slice(0, 10);
  const current = roadmap.plans.findIndex((plan) => daysBetween(today, plan.endsOn) >= 0);
  const plans = current < 0 ? roadmap.plans.slice(-1) : roadmap.plans.slice(current);
  const found = plans.flatMap((plan) =>
    plan.items
      .toSorted((a, b) => a.endWeek - b.endWeek || a.startWeek - b.startWeek)
      .flatMap((item): NextInitiative[] => {
        const initiative = initiatives.find(({ id }) => id === item.initiative);
        const state = stateOf(progress, item.initiative);
        if (!initiative || state === "verified") return [];
        const owner = progress.find((row) => row.initiative === item.initiative)?.owner ?? item.owner;
        const due = addDays(startOfWeek(plan.startsOn, item.endWeek + 1), -1);
        return [{ initiative, owner, state, due, late: Math.max(0, daysBetween(due, today)) }];
      }),
  );
  return found.slice(0, count);
}

/** Before a roadmap stands: what is worth doing first, by quadrant and by risk. */
export function worthFirst(initiatives: readonly Initiative[], count = 3): Initiative[] {
  const order = ["do now", "plan well", "fill in", "think twice"];
  return initiatives
    .toSorted((a, b) => order.indexOf(a.quadrant) - order.indexOf(b.quadrant) || b.risk - a.risk)
    .slice(0, count);
}
