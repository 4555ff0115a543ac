import { expect, test } from "vitest";
import { compareEquals, compareItems } from "./tie-break.ts";

test("outer layers first, then the smaller id", () => {
  const items = [
    { id: "b", layer: "code" as const },
    { id: "a", layer: "code" as const },
    { id: "z", layer: "cloud" as const },
    { id: "i10", layer: "cluster" as const },
    { id: "i9", layer: "cluster" as const },
  ];
  expect(items.toSorted(compareItems).map(({ id }) => id)).toEqual(["z", "i10", "i9", "a", "b"]);
});

test("the first initiative in that order that is not in the same quarter decides; left is last", () => {
  const item = { risk: 1, effort: {}, after: [], earliest: 1, latest: 4, pin: null };
  const instance = {
    quarters: 4,
    capacity: {},
    initiatives: [
      { ...item, id: "in", layer: "code" as const },
      { ...item, id: "out", layer: "cloud" as const },
    ],
  };
  expect(compareEquals(instance, { in: 1, out: 2 }, { in: 2, out: 1 })).toBeGreaterThan(0);
  expect(compareEquals(instance, { in: 4, out: 1 }, { out: 1 })).toBeLessThan(0);
  expect(compareEquals(instance, { in: 1 }, { in: 1 })).toBe(0);
});
