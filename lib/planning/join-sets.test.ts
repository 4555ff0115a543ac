import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "./brute-force.fixture.ts";
import { greedyPlan, riskPerEffort } from "./greedy.ts";
import { joinSets } from "./join-sets.ts";
import { findPrices } from "./prices.ts";
import { boundBySets, findOncePrices, MOST_INITIATIVES } from "./quarter-sets.ts";
import { layOutSpace, toAssignment, worthOfPlan } from "./search-space.ts";
import { smallInstance } from "./small-instance.fixture.ts";

/** The search by sets from a greedy plan, with so many rounds of prices. */
function bySets(instance: Parameters<typeof layOutSpace>[0], rounds: number) {
  const space = layOutSpace(instance);
  const start = greedyPlan(space, riskPerEffort(space));
  if (!start) return null;
  const reached = worthOfPlan(space, start);
  const once = findOncePrices(space, { prices: findPrices(space, reached, 60), reached, rounds, maxSteps: 1e6 });
  const bounded = once && boundBySets(space, once, reached, 1e6);
  if (!bounded) throw new Error("a small year has few sets");
  const { plan, isWhole } = joinSets(space, bounded, reached, 1e7);
  return {
    bound: bounded.bound,
    plan: plan && toAssignment(space, plan),
    worth: plan && worthOfPlan(space, plan),
    isWhole,
  };
}

test("finds the very plan that trying everything finds, ties and all, whatever the prices", () => {
  fc.assert(
    fc.property(smallInstance({ initiatives: 6, quarters: 3 }), fc.constantFrom(1, 5, 100), (instance, rounds) => {
      const found = bySets(instance, rounds);
      if (!found) return;
      expect(found.isWhole).toBe(true);
      expect(found.plan).toEqual(bruteForce(instance));
      expect(found.bound).toBeGreaterThanOrEqual(found.worth ?? 0);
    }),
    { numRuns: 600 },
  );
});

test("gives up rather than take more sets or steps than it was allowed, and says so", () => {
  const initiatives = Array.from({ length: MOST_INITIATIVES }, (_, i) => ({
    id: `i${String(i).padStart(2, "0")}`,
    layer: "code" as const,
    risk: 10,
    effort: { platform: 1 },
    after: [],
    earliest: 1,
    latest: 4,
    pin: null,
  }));
  const space = layOutSpace({ quarters: 4, capacity: { platform: [5, 5, 5, 5] }, initiatives });
  const prices = findPrices(space, 100, 20);
  const once = findOncePrices(space, { prices, reached: 100, rounds: 20, maxSteps: 1e6 });
  if (!once) throw new Error("it has prices");
  expect(boundBySets(space, once, 100, 50)).toBeNull();
  const bounded = boundBySets(space, once, 400, 1e6);
  if (!bounded) throw new Error("it has sets");
  expect(joinSets(space, bounded, 400, 10).isWhole).toBe(false);
});
