export type Orientation = "portrait" | "landscape";

/** Box that content may use on a page, in points from the top left corner. */
export type Area = { left: number; top: number; right: number; bottom: number; width: number; height: number };

const A4 = { short: 595.28, long: 841.89 };
const MARGIN = { side: 48, top: 72, bottom: 56 };

/** Height of the running head above the content, measured from the edge of the paper. */
export const HEAD_AT = 32;

export function paperOf(orientation: Orientation): { width: number; height: number } {
  return orientation === "portrait" ? { width: A4.short, height: A4.long } : { width: A4.long, height: A4.short };
}

export function areaOf(orientation: Orientation): Area {
  const { width, height } = paperOf(orientation);
  const area = { left: MARGIN.side, top: MARGIN.top, right: width - MARGIN.side, bottom: height - MARGIN.bottom };
  return { ...area, width: area.right - area.left, height: area.bottom - area.top };
}

/** Left edge and width of some of the twelve columns (16 points apart), columns counted from 0. */
export function columnsOf(area: Area, first: number, count: number): { x: number; width: number } {
  const gutter = 16;
  const column = (area.width - 11 * gutter) / 12;
  return { x: area.left + first * (column + gutter), width: count * column + (count - 1) * gutter };
}
