import { expect, test } from "vitest";
import { sayEffort } from "./sentences-of-effort.ts";

const days = (optimistic: number, pessimistic: number) => ({ optimistic, likely: optimistic, pessimistic });

test("an effort is said from its best to its worst case, and what costs nothing is left out", () => {
  const of = (fixed: [number, number], each: [number, number]) =>
    sayEffort({ fixed: days(...fixed), perThing: days(...each), thing: "workload" });
  expect(of([2, 5], [0.2, 0.5])).toBe("2 to 5 days, and 0.2 to 0.5 for each workload");
  expect(of([1, 4], [0.02, 0.2])).toBe("1 to 4 days, and up to 0.2 for each workload");
  expect(of([3, 3], [0, 0])).toBe("3 days");
  expect(of([0, 0], [0.5, 1])).toBe("0.5 to 1 days for each workload");
});
