import fc from "fast-check";
import { expect, test } from "vitest";
import { logAxis } from "./log-axis.ts";

test("an axis goes from the round value below to the one above", () => {
  expect(logAxis([2.2, 23.7])).toEqual({ domain: [2, 50], ticks: [2, 5, 10, 20, 50] });
  expect(logAxis([7])).toEqual({ domain: [5, 10], ticks: [5, 10] });
  expect(logAxis([])).toEqual({ domain: [1, 10], ticks: [1, 2, 5, 10] });
});

test("every value lies within the axis, whatever it is", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.2, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
      const { domain, ticks } = logAxis(values);
      for (const value of values) expect(value > domain[0] && value < domain[1]).toBe(true);
      expect(ticks.at(0)).toBe(domain[0]);
      expect(ticks.at(-1)).toBe(domain[1]);
    }),
  );
});
