import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "./brute-force.fixture.ts";
import { objectiveOf } from "./objective.ts";
import { boundByPrices, findPrices, pairsOf } from "./prices.ts";
import { layOutSpace, toPlan } from "./search-space.ts";
import { smallInstance } from "./small-instance.fixture.ts";
import { easyUpperBound } from "./upper-bound.ts";

test("no plan is worth more than the bound at any prices, nor than its bound less its regrets", () => {
  const anyPrice = fc.double({ min: 0, max: 30, noNaN: true });
  fc.assert(
    fc.property(
      smallInstance({ initiatives: 5, quarters: 3 }),
      fc.array(anyPrice, { minLength: 60, maxLength: 60 }),
      (instance, some) => {
        const best = bruteForce(instance);
        fc.pre(best !== null);
        if (!best) return;
        const space = layOutSpace(instance);
        const { quarters, skills, ids } = space;
        const worth = objectiveOf(instance, best);
        expect(worth).toBeLessThanOrEqual(easyUpperBound(space) * (1 + 1e-9) + 1e-9);
        const prices = {
          capacity: Float64Array.from({ length: quarters * skills.length }, (_, k) => some[k] ?? 0),
          prerequisite: Float64Array.from({ length: pairsOf(space).length * quarters }, (_, k) => some[59 - k] ?? 0),
        };
        for (const each of [prices, findPrices(space, 0, 50)]) {
          const { bound, regret } = boundByPrices(space, each);
          const regrets = toPlan(space, best).reduce((sum, q, i) => sum + (regret[i * (quarters + 1) + q] ?? 0), 0);
          expect(worth).toBeLessThanOrEqual(bound - regrets + 1e-6);
          expect(ids.length * (quarters + 1)).toBe(regret.length);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("prices that are found come near the best bound: one skill, equal slices", () => {
  const initiatives = Array.from({ length: 10 }, (_, i) => ({
    id: `i${i}`,
    layer: "code" as const,
    risk: 10,
    effort: { platform: 1 },
    after: [],
    earliest: 1,
    latest: 2,
    pin: null,
  }));
  const space = layOutSpace({ quarters: 2, capacity: { platform: [3, 3] }, initiatives });
  // Three in the first quarter (2.5 - 0.5... of two: 1.5) and three in the second (0.5): 10 x (3 x 1.5 + 3 x 0.5).
  const { bound } = boundByPrices(space, findPrices(space, 60, 300));
  expect(bound).toBeGreaterThanOrEqual(60);
  expect(bound).toBeLessThan(63);
});
