import { expect, test } from "vitest";
import { initiativeOf } from "./initiative.fixture.ts";
import { withQuadrants } from "./quadrant.ts";

const of = (...pairs: [risk: number, days: number][]) =>
  withQuadrants(pairs.map(([risk, platform], i) => initiativeOf({ id: `i${i}`, risk, bySkill: { platform } }))).map(
    ({ quadrant }) => quadrant,
  );

test("the medians of risk and effort part the four quadrants", () => {
  expect(of([50, 2], [40, 20], [5, 3], [4, 30])).toEqual(["do now", "plan well", "fill in", "think twice"]);
});

test("on the line: much risk, and little effort", () => {
  expect(of([10, 5])).toEqual(["do now"]);
  expect(of([10, 5], [10, 5], [10, 5])).toEqual(["do now", "do now", "do now"]);
  expect(of()).toEqual([]);
});
