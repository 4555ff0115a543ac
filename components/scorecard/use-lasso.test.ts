import { expect, test } from "vitest";
import { isIn } from "./use-lasso.ts";

test("what stands in a box or on its edge is caught", () => {
  const box = { x: 10, y: 10, width: 20, height: 5 };
  const points = [
    { x: 10, y: 10 },
    { x: 30, y: 15 },
    { x: 31, y: 12 },
    { x: 20, y: 16 },
  ];
  expect(points.map((point) => isIn(point, box))).toEqual([true, true, false, false]);
});
