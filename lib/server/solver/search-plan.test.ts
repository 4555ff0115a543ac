import fc from "fast-check";
import { expect, test } from "vitest";
import { bruteForce } from "#lib/planning/brute-force.fixture.ts";
import { checkFeasible } from "#lib/planning/check-feasible.ts";
import { denseInstance } from "#lib/planning/dense-instance.fixture.ts";
import { greedy } from "#lib/planning/greedy.ts";
import { objectiveOf } from "#lib/planning/objective.ts";
import { smallInstance } from "#lib/planning/small-instance.fixture.ts";
import type { Standing } from "./incumbent.ts";
import { runHighs } from "./run-highs.ts";
import { searchPlan } from "./search-plan.ts";

const quiet = () => {};

test("equals brute force, ties included, by sets and by the exact model alone", async () => {
  const none = { initiatives: 0, steps: 0, nodes: 0 };
  await fc.assert(
    fc.asyncProperty(smallInstance({ initiatives: 6, quarters: 3 }), async (instance) => {
      const expected = bruteForce(instance);
      for (const small of [undefined, none]) {
        const found = await searchPlan(instance, 30, { run: runHighs, tell: quiet, ...(small && { small }) });
        if (expected === null) expect(found).toBe("infeasible");
        else expect(found).toEqual({ assignment: expected, bound: objectiveOf(instance, expected), proven: true });
      }
    }),
    { numRuns: 150 },
  );
});

test("equals brute force for nine initiatives", async () => {
  await fc.assert(
    fc.asyncProperty(smallInstance({ initiatives: 9, quarters: 2 }), async (instance) => {
      const expected = bruteForce(instance);
      const found = await searchPlan(instance, 30, { run: runHighs, tell: quiet });
      expect(found === "infeasible" ? null : found.assignment).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test("every plan on the way is feasible, better than the one before, never below greedy, and under a falling bound", async () => {
  for (const seed of [1, 2, 3]) {
    const instance = denseInstance(40, seed);
    const told: Standing[] = [];
    await searchPlan(instance, 3, { run: runHighs, tell: (standing) => told.push(standing) });
    const worths = told.map(({ assignment }) => objectiveOf(instance, assignment ?? {}));
    expect(worths).toEqual(worths.toSorted((a, b) => a - b));
    expect(told.map(({ bound }) => bound)).toEqual(told.map(({ bound }) => bound).toSorted((a, b) => b - a));
    expect(worths[0]).toBeGreaterThanOrEqual(objectiveOf(instance, greedy(instance) ?? {}));
    for (const [at, { assignment, bound }] of told.entries()) {
      expect(checkFeasible(instance, assignment ?? {})).toEqual([]);
      expect(bound).toBeGreaterThanOrEqual(worths[at] ?? 0);
    }
  }
});

test("G13: when HiGHS dies, at once or in the middle, the plan is still better than greedy and nothing is called proven", async () => {
  const instance = denseInstance(60, 4);
  const base = objectiveOf(instance, greedy(instance) ?? {});
  for (const survives of [0, 1]) {
    let calls = 0;
    const dying: typeof runHighs = (...args) =>
      calls++ < survives ? runHighs(...args) : Promise.reject(new Error("memory access out of bounds"));
    const found = await searchPlan(instance, 5, { run: dying, tell: quiet });
    if (found === "infeasible") throw new Error("it has a plan");
    expect(checkFeasible(instance, found.assignment ?? {})).toEqual([]);
    expect(objectiveOf(instance, found.assignment ?? {})).toBeGreaterThan(base);
    expect(found.bound).toBeGreaterThanOrEqual(objectiveOf(instance, found.assignment ?? {}));
    expect(found.proven).toBe(false);
  }
});

test("G13: weights from 1 to 1e12 in one plan lose nothing", async () => {
  const instance = denseInstance(9, 5, { quarters: 2 });
  const initiatives = instance.initiatives.map((item, i) => ({ ...item, risk: i % 3 === 0 ? 1e12 : item.risk }));
  const wide = { ...instance, initiatives };
  const found = await searchPlan(wide, 10, { run: runHighs, tell: quiet });
  expect(found === "infeasible" ? null : found.assignment).toEqual(bruteForce(wide));
});

test("the same input gives the same plan, whatever the order of its initiatives", async () => {
  const instance = denseInstance(18, 6);
  const turned = { ...instance, initiatives: instance.initiatives.toReversed() };
  const plans = [];
  for (const each of [instance, instance, turned])
    plans.push(await searchPlan(each, 30, { run: runHighs, tell: quiet }));
  expect(plans[1]).toEqual(plans[0]);
  expect(plans[2]).toEqual(plans[0]);
});
