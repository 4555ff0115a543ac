import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { learnEffort } from "./learn-effort.ts";

const took = (actual: number, estimated: number) => ({ skill: "platform" as const, actual, estimated });

describe("what estimates learn", () => {
  test("one piece of work teaches nothing, two do, drawn towards 1 while little is known", () => {
    expect(learnEffort([took(20, 10)])).toEqual({});
    // (10 + 40) / (10 + 20)
    expect(learnEffort([took(20, 10), took(20, 10)])).toEqual({ platform: { factor: 1.65, count: 2 } });
    // (10 + 200) / (10 + 100): with more known, nearer to what it was.
    expect(learnEffort(Array(10).fill(took(20, 10)))).toEqual({ platform: { factor: 1.9, count: 10 } });
  });

  test("each skill by itself, and what was estimated well changes nothing", () => {
    const security = { skill: "security" as const, actual: 2, estimated: 8 };
    expect(learnEffort([took(10, 10), took(8, 8), security, security])).toEqual({
      security: { factor: 0.55, count: 2 },
    });
  });

  test("never more than doubles or halves, whatever is told", () => {
    const days = fc.double({ min: 0, max: 10_000, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(days, days), { maxLength: 8 }), (pairs) => {
        const { factor } = learnEffort(pairs.map(([actual, estimated]) => took(actual, estimated))).platform ?? {
          factor: 1,
        };
        expect(factor).toBeGreaterThanOrEqual(0.5);
        expect(factor).toBeLessThanOrEqual(2);
      }),
    );
  });
});
