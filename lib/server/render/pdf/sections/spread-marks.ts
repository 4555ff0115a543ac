import type { Point } from "#lib/maps/geometry.ts";

const TURN = 2.4;
const FURTHEST = 60;

/**
 * Moves marks that would cover each other apart, the earlier ones stay: each later one goes along a spiral to the
 * nearest place where it is `apart` from all others. Where there is none within reach, it stays where it was.
 */
export function spreadMarks(marks: readonly Point[], apart: number): Point[] {
  const placed: Point[] = [];
  for (const mark of marks) {
    const isFree = (at: Point) => placed.every((other) => Math.hypot(other.x - at.x, other.y - at.y) >= apart);
    placed.push(spiral(mark).find(isFree) ?? mark);
  }
  return placed;
}

function spiral(middle: Point): Point[] {
  return Array.from({ length: FURTHEST * 4 }, (_, i) => {
    const reach = i / 4;
    return { x: middle.x + reach * Math.cos(i * TURN), y: middle.y + reach * Math.sin(i * TURN) };
  });
}
