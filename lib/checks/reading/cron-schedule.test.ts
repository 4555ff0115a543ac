import fc from "fast-check";
import { expect, test } from "vitest";
import { longestGapHours } from "./cron-schedule.ts";

test.each([
  ["0 2 * * *", 24],
  ["@daily", 24],
  ["@hourly", 1],
  ["*/15 * * * *", 0.25],
  ["0 */6 * * *", 6],
  ["0 9-17 * * *", 16],
  ["0 2 * * mon-fri", 72],
  ["@weekly", 168],
  ["0 3 * * 0", 168],
  ["@monthly", 31 * 24],
  ["0 0 1,15 * *", 17 * 24],
  ["0 0 1 * mon", 168],
  ["@every 1h30m", 1.5],
  ["CRON_TZ=Europe/Zurich 0 2 * * *", 24],
  ["0 0 29 2 *", 1461 * 24],
])("%s leaves %d hours between", (schedule, hours) => expect(longestGapHours(schedule)).toBeCloseTo(hours, 6));

test("the thirtieth of February never comes", () =>
  expect(longestGapHours("0 0 30 2 *")).toBe(Number.POSITIVE_INFINITY));

test.each([
  "",
  "* * * *",
  "0 2 * * * *",
  "60 * * * *",
  "0 24 * * *",
  "0 0 0 * *",
  "0 0 * 13 *",
  "5-1 * * * *",
  "*/0 * * * *",
  "a * * * *",
  "@often",
  "@every",
  "@every 5x",
  "*/ * * * *",
  null,
  7,
  {},
])("%s is no schedule", (schedule) => expect(longestGapHours(schedule)).toBeNull());

test("a run each so many minutes is never further apart than an hour, and adding a time never widens a gap", () => {
  const minute = fc.integer({ min: 0, max: 59 });
  fc.assert(
    fc.property(minute, minute, fc.integer({ min: 0, max: 23 }), (one, other, hour) => {
      expect(longestGapHours(`${one} * * * *`)).toBeCloseTo(1, 6);
      expect(longestGapHours(`${one},${other} ${hour} * * *`) ?? 99).toBeLessThanOrEqual(24);
    }),
  );
});
