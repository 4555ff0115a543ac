import { describe, expect, it } from "vitest";
import { LEVELS_WORST_FIRST } from "./palette.ts";
import { RISK_SHAPE_NAMES, riskShapePath } from "./risk-shapes.ts";

/** Area of the polygon that a path of M and L commands draws (shoelace). */
function areaOf(path: string): number {
  const points = [...path.matchAll(/[ML] (-?[\d.]+) (-?[\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])] as const);
  const sum = points.reduce((total, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length] ?? [0, 0];
    return total + x * nextY - nextX * y;
  }, 0);
  return Math.abs(sum) / 2;
}

describe("risk shapes", () => {
  it("gives every level its own shape and word", () => {
    expect(new Set(LEVELS_WORST_FIRST.map((level) => riskShapePath(level, 4))).size).toBe(4);
    expect(new Set(Object.values(RISK_SHAPE_NAMES)).size).toBe(4);
  });

  it.each(["medium", "high", "critical"] as const)("draws %s as large as the circle of low", (level) => {
    expect(areaOf(riskShapePath(level, 10))).toBeCloseTo(Math.PI * 100, 0);
  });

  it("draws low as a whole circle", () => {
    expect(riskShapePath("low", 5)).toBe("M -5 0 A 5 5 0 1 1 5 0 A 5 5 0 1 1 -5 0 Z");
  });
});
