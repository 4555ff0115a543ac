import fc from "fast-check";
import { expect, test } from "vitest";
import { budgetsToTry, frontier, type Point, scaled } from "./what-if.ts";

test("on the frontier a wider budget never leaves more risk, and no plan spends more than its budget", () => {
  const point = fc
    .record({
      budget: fc.integer({ min: 1, max: 500 }),
      spent: fc.double({ min: 0, max: 1, noNaN: true }),
      left: fc.integer({ min: 0, max: 900 }),
    })
    .map(({ budget, spent, left }): Point => ({ budget, days: budget * spent, left, gap: 0 }));
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
      const line = frontier(points);
      expect(line.map(({ budget }) => budget)).toEqual(points.map(({ budget }) => budget).sort((a, b) => a - b));
      for (const [at, { days, budget, left }] of line.entries()) {
        expect(days).toBeLessThanOrEqual(budget);
        expect(left).toBeLessThanOrEqual(line[at - 1]?.left ?? Number.POSITIVE_INFINITY);
      }
    }),
  );
});

test("budgets go up to what everything takes, each once", () => {
  expect(budgetsToTry(100)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  expect(budgetsToTry(3)).toEqual([1, 2, 3]);
});

test("a share scales each quarter of its skill alone, in halves of days", () => {
  const shares = { platform: 1.5, security: 1, application: 0, cloud: 1 };
  expect(
    scaled({ platform: [10, 11, 0, 3], security: [7, 7, 7, 7] }, shares, [
      "platform",
      "security",
      "application",
      "cloud",
    ]),
  ).toEqual({
    ...{ platform: [15, 16.5, 0, 4.5], security: [7, 7, 7, 7], application: [0, 0, 0, 0], cloud: [0, 0, 0, 0] },
  });
});
