import { type CurveLines, topOf, WEEKS } from "./curve-lines.ts";

/** Where weeks and risk points stand in a drawing, in its units. */
export type CurveFrame = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Risk points at the top of the axis. */
  most: number;
  x: (week: number) => number;
  y: (risk: number) => number;
};

const EDGE = { top: 10, right: 10, bottom: 40, left: 40 };

/** Lays the axes of the curves out in a box. */
export function frameOf(lines: CurveLines, width: number, height: number): CurveFrame {
  const [left, right, top, bottom] = [EDGE.left, width - EDGE.right, EDGE.top, height - EDGE.bottom];
  const most = topOf(lines);
  return {
    left,
    right,
    top,
    bottom,
    most,
    x: (week) => left + (week / WEEKS) * (right - left),
    y: (risk) => bottom - (risk / most) * (bottom - top),
  };
}
