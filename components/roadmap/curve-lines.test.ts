import { expect, test } from "vitest";
import { stepPath, topOf } from "./curve-lines.ts";

test("risk stands until the week ends, then falls", () => {
  expect(
    stepPath(
      [10, 10, 4],
      (week) => week * 5,
      (risk) => 20 - risk,
    ),
  ).toBe("M 0 10 H 5 V 10 H 10 V 16");
  expect(
    stepPath(
      [],
      () => 0,
      () => 0,
    ),
  ).toBe("");
});

test("the axis ends at a round value that no curve exceeds", () => {
  const of = (...plan: number[]) => topOf({ plan, greedy: [], actual: [] });
  expect(of(540, 61)).toBe(600);
  expect(of(1000)).toBe(1000);
  expect(of(104)).toBe(120);
  expect(of(0)).toBe(1);
  expect(topOf({ plan: [8], greedy: [9], actual: [12] })).toBe(12);
});
