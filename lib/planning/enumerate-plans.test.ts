import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "./brute-force.fixture.ts";
import { enumeratePlans } from "./enumerate-plans.ts";
import { greedyPlan, riskPerEffort } from "./greedy.ts";
import { boundByPrices, findPrices } from "./prices.ts";
import { layOutSpace, toAssignment, worthOfPlan } from "./search-space.ts";
import { smallInstance } from "./small-instance.fixture.ts";

test("finds the very plan that trying everything finds, ties and all", () => {
  fc.assert(
    fc.property(smallInstance({ initiatives: 6, quarters: 3 }), (instance) => {
      const space = layOutSpace(instance);
      const seed = greedyPlan(space, riskPerEffort(space));
      const reached = seed ? worthOfPlan(space, seed) : Number.NEGATIVE_INFINITY;
      const priced = boundByPrices(space, findPrices(space, reached, 60));
      const found = enumeratePlans(space, priced, reached, 1e7);
      const expected = bruteForce(instance);
      expect(found).not.toBeNull();
      expect(found?.plan ? toAssignment(space, found.plan) : null).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});

test("gives up rather than look at more than it was allowed", () => {
  const items = Array.from({ length: 12 }, (_, i) => ({
    id: `i${i}`,
    layer: "code" as const,
    risk: 10 + i,
    effort: { platform: 3 + (i % 5) },
    after: [],
    earliest: 1,
    latest: 4,
    pin: null,
  }));
  const space = layOutSpace({ quarters: 4, capacity: { platform: [9, 9, 9, 9] }, initiatives: items });
  const free = { capacity: new Float64Array(4), prerequisite: new Float64Array(0) };
  expect(enumeratePlans(space, boundByPrices(space, free), 0, 100)).toBeNull();
});
