import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ticksUpTo } from "./axis.ts";

describe("round values of an axis", () => {
  it("are those that people would choose", () => {
    expect(ticksUpTo(668)).toEqual([0, 200, 400, 600, 800]);
    expect(ticksUpTo(23.7, 8)).toEqual([0, 5, 10, 15, 20, 25]);
    expect(ticksUpTo(1)).toEqual([0, 1]);
  });

  it("start at nothing, reach the highest value and are few", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e7, noNaN: true }), fc.integer({ min: 3, max: 10 }), (highest, most) => {
        const ticks = ticksUpTo(highest, most);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest * 0.999999);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
      }),
    );
  });
});
