import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadMarks } from "./spread-marks.ts";

const points = fc.array(fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 200 }) }), {
  maxLength: 25,
});

describe("moving marks apart", () => {
  it("leaves marks alone that do not touch", () => {
    const marks = [
      { x: 0, y: 0 },
      { x: 20, y: 0 },
    ];
    expect(spreadMarks(marks, 14)).toEqual(marks);
  });

  it("keeps every two of them apart, and none further than it must be found", () => {
    fc.assert(
      fc.property(points, (marks) => {
        const spread = spreadMarks(marks, 14);
        for (const [i, a] of spread.entries()) {
          for (const b of spread.slice(i + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(14 - 1e-9);
          const mark = marks[i] ?? a;
          expect(Math.hypot(a.x - mark.x, a.y - mark.y)).toBeLessThanOrEqual(60);
        }
      }),
    );
  });
});
