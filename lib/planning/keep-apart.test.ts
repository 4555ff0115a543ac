import { expect, test } from "vitest";
import { bruteForce } from "./brute-force.fixture.ts";
import type { PlanInstance, PlanItem } from "./instance.ts";
import { keepApart, squeezedIn } from "./keep-apart.ts";
import { scheduleYear } from "./schedule-year.ts";

const item = (id: string, days: number, risk: number, after: string[] = []): PlanItem => ({
  ...{ id, layer: "cluster", risk, after, earliest: 1, latest: 2, pin: null },
  effort: { [id]: days },
});
/** Each takes all weeks of a quarter with a skill of its own: the days allow both in one quarter, the weeks do not. */
const instance: PlanInstance = {
  quarters: 2,
  capacity: { first: [5, 5], second: [5, 5], other: [5, 5] },
  initiatives: [item("first", 5, 10), item("second", 5, 10, ["first"]), item("other", 5, 1)].map((each) => ({
    ...each,
    latest: 2,
  })),
};

test("names what has the days and not the weeks, with what it waits for", () => {
  const best = bruteForce(instance) ?? {};
  expect(best).toEqual({ first: 1, second: 1, other: 1 });
  expect(squeezedIn(instance, best)).toEqual([{ id: "second", from: ["first"] }]);
  expect(squeezedIn(instance, { first: 1, second: 2 })).toEqual([]);
});

test("kept a quarter apart, everything finds its weeks", () => {
  const apart = keepApart(instance, [{ id: "second", from: ["first"] }]);
  const plan = bruteForce(apart) ?? {};
  expect(plan).toEqual({ first: 1, second: 2, other: 1 });
  expect(scheduleYear(instance, plan).squeezedOut).toEqual([]);
});

test("those that it waits for may still be together", () => {
  const two: PlanInstance = {
    ...instance,
    initiatives: instance.initiatives.map((each) =>
      each.id === "second" ? { ...each, after: ["first", "other"] } : each,
    ),
  };
  expect(bruteForce(keepApart(two, [{ id: "second", from: ["first", "other"] }]))).toEqual({
    first: 1,
    other: 1,
    second: 2,
  });
});
