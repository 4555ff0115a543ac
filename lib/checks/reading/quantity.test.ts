import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuantity } from "./quantity.ts";

test.each([
  ["250m", 0.25],
  ["1Gi", 1_073_741_824],
  ["1.5Gi", 1_610_612_736],
  ["1G", 1_000_000_000],
  ["64k", 64_000],
  ["1e3", 1000],
  ["12E", 12e18],
  ["178123n", 178_123e-9],
  [".5", 0.5],
  [2, 2],
])("%s is %d", (text, amount) => expect(parseQuantity(text)).toBeCloseTo(amount, 9));

test.each(["", "x", "1 Gi", "1K", "1gi", "--1", null, [], {}, Number.NaN, "1e9999"])("%s is none", (text) =>
  expect(parseQuantity(text)).toBeNull(),
);

test("a thousand millis are one, and 1024 of a binary unit are one of the next", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (count) => {
      expect(parseQuantity(`${count * 1000}m`)).toBe(parseQuantity(`${count}`));
      expect(parseQuantity(`${count * 1024}Mi`)).toBe(parseQuantity(`${count}Gi`));
    }),
  );
});
