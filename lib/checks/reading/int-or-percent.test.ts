import { expect, test } from "vitest";
import { countOf, parseIntOrPercent } from "./int-or-percent.ts";

test.each([
  [2, 3, 2],
  ["2", 3, 2],
  ["50%", 3, 2],
  ["5%", 3, 1],
  ["0%", 3, 0],
  ["100%", 3, 3],
  [-1, 3, -1],
])("%s of %i is %i", (value, whole, count) => {
  const parsed = parseIntOrPercent(value);
  expect(parsed && countOf(parsed, whole)).toBe(count);
});

test.each(["half", "", "5 %", null, undefined, {}, Number.NaN])("%s is neither", (value) =>
  expect(parseIntOrPercent(value)).toBeNull(),
);
