import fc from "fast-check";
import { expect, test } from "vitest";
import { totalDays, withBudget, withoutBudget } from "./budget.ts";
import { greedy } from "./greedy.ts";
import { initiativeOf } from "./initiative.fixture.ts";
import { planWithin } from "./plan-within.ts";

const arbitrary = fc.array(
  fc.record({
    risk: fc.integer({ min: 0, max: 60 }),
    platform: fc.integer({ min: 1, max: 40 }),
    cloud: fc.integer({ min: 0, max: 9 }),
  }),
  { minLength: 1, maxLength: 12 },
);
const capacity = { platform: [60, 60, 60, 60], cloud: [30, 30, 30, 30] };

test("a plan within a budget spends no more than it, in the year and in each quarter", () => {
  fc.assert(
    fc.property(arbitrary, fc.integer({ min: 0, max: 200 }), (rows, days) => {
      const initiatives = rows.map(({ risk, platform, cloud }, at) =>
        initiativeOf({ id: `i${at}`, risk, bySkill: { platform, cloud } }),
      );
      const planned = planWithin(initiatives, { capacity, budget: days, startsOn: "2026-01-05", wishes: [] });
      const assignment = greedy(planned.instance) ?? {};
      const plain = new Map(planned.initiatives.map((each) => [each.id, totalDays(each)]));
      for (const quarter of [1, 2, 3, 4]) {
        const own = Object.keys(assignment).filter((id) => assignment[id] === quarter);
        expect(own.reduce((sum, id) => sum + (plain.get(id) ?? 0), 0)).toBeLessThanOrEqual(days / 4 + 1e-6);
      }
    }),
  );
});

test("without its budget again, the work is what it was", () => {
  const initiatives = [initiativeOf({ id: "a", risk: 5, bySkill: { platform: 3, cloud: 1.5 } })];
  const { initiatives: budgeted } = withBudget(initiatives, capacity, 10);
  expect(withoutBudget(budgeted)).toEqual(initiatives);
  expect(initiatives.map(totalDays)).toEqual([4.5]);
});
