import fc from "fast-check";
import { expect, test } from "vitest";
import { anneal } from "./anneal.ts";
import { checkFeasible } from "./check-feasible.ts";
import { denseInstance } from "./dense-instance.fixture.ts";
import { greedyPlan, riskPerEffort } from "./greedy.ts";
import { pricedMerit } from "./priced-merit.ts";
import { findPrices } from "./prices.ts";
import { layOutSpace, toAssignment, worthOfPlan } from "./search-space.ts";
import { settleEquals } from "./settle-equals.ts";
import { smallInstance } from "./small-instance.fixture.ts";
import { compareEquals } from "./tie-break.ts";

test("whatever the instance: feasible, never worse than its start, the same for the same seed; equals settle without loss", () => {
  fc.assert(
    fc.property(smallInstance({ initiatives: 9, quarters: 4 }), fc.nat(1_000), (instance, seed) => {
      const space = layOutSpace(instance);
      const start = greedyPlan(space, riskPerEffort(space));
      if (!start) return;
      const prices = findPrices(space, worthOfPlan(space, start), 30);
      const better = anneal(space, start, prices, pricedMerit(space, prices), 6_000, seed);
      expect(worthOfPlan(space, better)).toBeGreaterThanOrEqual(worthOfPlan(space, start));
      expect(checkFeasible(instance, toAssignment(space, better))).toEqual([]);
      expect(anneal(space, start, prices, pricedMerit(space, prices), 6_000, seed)).toEqual(better);
      const settled = settleEquals(space, better);
      expect(checkFeasible(instance, toAssignment(space, settled))).toEqual([]);
      expect(worthOfPlan(space, settled)).toBeGreaterThanOrEqual(worthOfPlan(space, better) - space.dust);
      if (worthOfPlan(space, settled) < worthOfPlan(space, better) + space.dust) {
        expect(compareEquals(instance, toAssignment(space, settled), toAssignment(space, better))).toBeLessThanOrEqual(
          0,
        );
      }
    }),
    { numRuns: 150 },
  );
});

test("on dense years it beats greedy by several percent", () => {
  for (const seed of [1, 2, 3]) {
    const space = layOutSpace(denseInstance(60, seed));
    const start = greedyPlan(space, riskPerEffort(space));
    if (!start) throw new Error("greedy finds a plan where nothing is a must");
    const prices = findPrices(space, worthOfPlan(space, start), 250);
    const better = anneal(space, start, prices, pricedMerit(space, prices), 600_000, 1);
    expect(worthOfPlan(space, better) / worthOfPlan(space, start)).toBeGreaterThan(1.03);
  }
});
