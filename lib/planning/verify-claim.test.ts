import { expect, test } from "vitest";
import { verifyClaim } from "./verify-claim.ts";

const tally = (check: string, fail: number, pass: number) => ({ check, fail, pass, notAssessable: 0 });

test("a claim becomes verified only when all its checks pass on all its clusters", () => {
  expect(verifyClaim("claimed", ["a", "b"], [[tally("a", 0, 3), tally("b", 0, 1)]])).toBe("verified");
  expect(verifyClaim("claimed", ["a", "b"], [[tally("a", 0, 3), tally("b", 1, 1)]])).toBe("claimed");
  expect(verifyClaim("claimed", ["a"], [[tally("a", 0, 3)], [tally("a", 2, 0)]])).toBe("claimed");
});

test("what no check could look at is not verified", () => {
  expect(verifyClaim("claimed", ["a", "b"], [[tally("a", 0, 3)]])).toBe("claimed");
  expect(verifyClaim("claimed", ["a"], [[tally("a", 0, 0)]])).toBe("claimed");
  expect(verifyClaim("claimed", [], [[tally("a", 0, 3)]])).toBe("claimed");
});

test("what was verified reopens when a check fails again, and nobody else's state moves by itself", () => {
  expect(verifyClaim("verified", ["a"], [[tally("a", 1, 3)]])).toBe("reopened");
  expect(verifyClaim("verified", ["a"], [[]])).toBe("verified");
  expect(verifyClaim("started", ["a"], [[tally("a", 0, 3)]])).toBe("started");
});
