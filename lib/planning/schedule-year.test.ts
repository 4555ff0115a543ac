import { expect, test } from "vitest";
import { checkFeasible } from "./check-feasible.ts";
import { denseInstance } from "./dense-instance.fixture.ts";
import { greedy } from "./greedy.ts";
import type { PlanInstance } from "./instance.ts";
import { scheduleYear } from "./schedule-year.ts";

const item = { layer: "cluster" as const, risk: 10, after: [], earliest: 1, latest: 4, pin: null };

test("a chain that needs more than 13 weeks goes on in the next quarter, and what waits for it too", () => {
  const instance: PlanInstance = {
    quarters: 4,
    capacity: { platform: [26, 26, 26, 26], security: [13, 13, 13, 13] },
    initiatives: [
      { ...item, id: "a", effort: { platform: 26 } },
      { ...item, id: "b", effort: { security: 2 }, after: ["a"] },
      { ...item, id: "c", effort: { security: 2 }, after: ["b"] },
    ],
  };
  const { scheduled, squeezedOut } = scheduleYear(instance, { a: 1, b: 1, c: 1 });
  expect(squeezedOut).toEqual([]);
  expect(scheduled).toEqual([
    { id: "a", quarter: 1, startWeek: 1, endWeek: 13 },
    { id: "b", quarter: 2, startWeek: 1, endWeek: 2 },
    { id: "c", quarter: 2, startWeek: 3, endWeek: 4 },
  ]);
});

test("what finds no weeks until the end of the year is squeezed out, never squeezed in", () => {
  const instance: PlanInstance = {
    quarters: 4,
    capacity: { platform: [26, 0, 0, 0], security: [13, 1, 1, 1] },
    initiatives: [
      { ...item, id: "a", effort: { platform: 26 } },
      { ...item, id: "b", effort: { security: 2 }, after: ["a"] },
    ],
  };
  expect(scheduleYear(instance, { a: 1, b: 1 }).squeezedOut).toEqual(["b"]);
});

test("whole years: every week plan is a feasible year, and prerequisites end in an earlier week", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const instance = denseInstance(10 + (seed % 50), seed);
    const plan = greedy(instance) ?? {};
    const { scheduled, squeezedOut } = scheduleYear(instance, plan);
    const placed = Object.fromEntries(scheduled.map(({ id, quarter }) => [id, quarter]));
    expect(checkFeasible(instance, placed)).toEqual([]);
    expect(scheduled.length + squeezedOut.length).toBe(Object.keys(plan).length);
    const when = new Map(
      scheduled.map(({ id, quarter, startWeek, endWeek }) => [
        id,
        { start: quarter * 13 + startWeek, end: quarter * 13 + endWeek },
      ]),
    );
    for (const { id, after } of instance.initiatives) {
      for (const before of after) {
        const start = when.get(id)?.start ?? Number.POSITIVE_INFINITY;
        expect(when.has(id) && !((when.get(before)?.end ?? Number.POSITIVE_INFINITY) < start)).toBe(false);
      }
    }
  }
});
