import fc from "fast-check";
import { expect, test } from "vitest";
import { maturityOfSight, maturityOfSights } from "./maturity-of-sights.ts";

test.each([
  { fail: 0, pass: 0, maturity: null, why: "nothing to look at has no voice" },
  { fail: 0, pass: 31, maturity: 3, why: "all pass" },
  { fail: 1, pass: 3, maturity: 2, why: "a quarter fails" },
  { fail: 2, pass: 5, maturity: 1, why: "more than a quarter fails" },
  { fail: 30, pass: 1, maturity: 1, why: "one still passes" },
  { fail: 31, pass: 0, maturity: 0, why: "all fail" },
  { fail: 1, pass: 0, maturity: 0, why: "a setting of the cluster fails" },
])("$why: $fail of $fail+$pass is $maturity", ({ fail, pass, maturity }) => {
  expect(maturityOfSight({ fail, pass })).toBe(maturity);
});

test("the least of the checks that could look decides", () => {
  const sights = [
    { fail: 0, pass: 9 },
    { fail: 1, pass: 9 },
    { fail: 0, pass: 0 },
  ];
  expect(maturityOfSights({ observation: "decides" }, sights)).toBe(2);
  expect(maturityOfSights({ observation: "decides" }, [{ fail: 0, pass: 0 }])).toBeNull();
});

test("checks that see only a part prove no more than partial", () => {
  expect(maturityOfSights({ observation: "caps" }, [{ fail: 0, pass: 9 }])).toBe(2);
  expect(maturityOfSights({ observation: "caps" }, [{ fail: 9, pass: 0 }])).toBe(0);
});

test("repairing a resource never lowers what a check speaks for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (fail, pass) => {
      const before = maturityOfSight({ fail, pass }) ?? 0;
      expect(maturityOfSight({ fail: fail - 1, pass: pass + 1 })).toBeGreaterThanOrEqual(before);
    }),
  );
});
