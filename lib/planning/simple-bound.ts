import { valueOf, windowOf } from "./assignment.ts";
import type { PlanInstance } from "./instance.ts";

/**
 * An upper bound that needs no solver: all skills melted into one, initiatives cut at will, prerequisites forgotten, each
 * into the best quarters by risk per day (the fractional knapsack of each quarter in turn). Valid for every instance.
 */
export function simpleBound(instance: PlanInstance): number {
  const { initiatives, quarters, capacity } = instance;
  const free = initiatives
    .filter((item) => total(item.effort) === 0)
    .reduce((sum, item) => sum + Math.max(0, valueOf(item, windowOf(item).from, quarters)), 0);
  const waiting = initiatives.filter((item) => total(item.effort) > 0).toSorted((a, b) => yieldOf(b) - yieldOf(a));
  let bound = free;
  let next = 0;
  let rest = waiting[0] ? total(waiting[0].effort) : 0;
  for (let quarter = 1; quarter <= quarters; quarter++) {
    let room = Object.values(capacity).reduce((sum, days) => sum + (days[quarter - 1] ?? 0), 0);
    while (room > 0 && next < waiting.length) {
      const item = waiting[next];
      if (!item) break;
      const taken = Math.min(room, rest);
      bound += (taken / total(item.effort)) * valueOf(item, quarter, quarters);
      room -= taken;
      rest -= taken;
      if (rest > 1e-12) break;
      next++;
      const following = waiting[next];
      rest = following ? total(following.effort) : 0;
    }
  }
  return bound * (1 + 1e-9);
}

function yieldOf({ risk, effort }: { risk: number; effort: Record<string, number> }): number {
  return risk / total(effort);
}

function total(effort: Record<string, number>): number {
  return Object.values(effort).reduce((sum, days) => sum + days, 0);
}
