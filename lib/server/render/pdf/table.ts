import { LIGHT } from "#lib/presentation/palette.ts";
import { type Align, drawLine } from "./draw-text.ts";
import { documentString } from "./literal.ts";
import { startPage } from "./pages.ts";
import type { Pen } from "./pen.ts";
import { decoration, grouped, tagged } from "./structure.ts";
import { type TextStyle, TYPE } from "./type-scale.ts";
import { wrapText } from "./wrap-text.ts";

/**
 * A part of a cell: a text that is broken to the column's width, or something drawn. `gap` is free height above it,
 * `indent` free width before it, `marker` (a number, a bullet) stands in the indent of the first line.
 */
export type CellPart =
  | { text: string; style: TextStyle; most?: number; gap?: number; indent?: number; marker?: string }
  | { height: number; gap?: number; draw: (x: number, y: number, width: number) => void };

/** Column of a table; `title` is its head, or `head` draws one. Widths are shares of the table's width. */
export type Column = {
  title: string;
  share: number;
  align?: Align;
  head?: (x: number, y: number, width: number) => void;
};

/** Cells in the order of the columns, on a ground where one is drawn; or a line over the width that begins a group. */
export type Row =
  | {
      cells: CellPart[][];
      ground?: (columns: readonly { x: number; width: number }[], top: number, bottom: number) => void;
    }
  | { group: string; bookmarked?: boolean };

type Line = { height: number; draw: (x: number, y: number, width: number) => void };
type Placed = Column & { x: number; width: number };

const PAD = 4;
const GUTTER = 12;
const HEAD = 18;
const GROUP = 26;

/**
 * Draws a table from where the pen is, over as many pages as it takes; the head is repeated. Rows stay whole unless one
 * is taller than half a page, then it goes on at the next page.
 */
export function drawTable(pen: Pen, columns: readonly Column[], rows: readonly Row[]): void {
  const placed = placeColumns(pen, columns);
  if (pen.y + HEAD + 60 > pen.area.bottom) startPage(pen, pen.orientation);
  grouped(pen, "Table", () => {
    grouped(pen, "TR", () => {
      for (const column of placed) tagged(pen, "TH", () => drawHeadCell(pen, column), { scope: "Column" });
    });
    finishHead(pen);
    for (const row of rows) {
      if ("group" in row) drawGroup(pen, row, placed);
      else drawRow(pen, row, placed);
    }
  });
  pen.y += 8;
}

function placeColumns(pen: Pen, columns: readonly Column[]): Placed[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const free = pen.area.width - GUTTER * (columns.length - 1);
  let x = pen.area.left;
  return columns.map((column) => {
    const width = (free * column.share) / shares;
    const placed = { ...column, x, width };
    x += width + GUTTER;
    return placed;
  });
}

function drawHeadCell(pen: Pen, column: Placed): void {
  if (column.head) column.head(column.x, pen.y, column.width);
  else drawAligned(pen, column.title, column, pen.y, TYPE.label);
}

function finishHead(pen: Pen): void {
  pen.y += HEAD - 4;
  decoration(pen, () =>
    pen.doc.moveTo(pen.area.left, pen.y).lineTo(pen.area.right, pen.y).lineWidth(0.75).stroke(LIGHT.rule),
  );
}

function nextPage(pen: Pen, columns: readonly Placed[]): void {
  startPage(pen, pen.orientation);
  decoration(pen, () => {
    for (const column of columns) drawHeadCell(pen, column);
  });
  finishHead(pen);
}

function drawGroup(
  pen: Pen,
  { group: title, bookmarked }: Extract<Row, { group: unknown }>,
  columns: readonly Placed[],
): void {
  if (pen.y + GROUP + 60 > pen.area.bottom) nextPage(pen, columns);
  if (bookmarked) pen.bookmark?.addItem(documentString(title));
  grouped(pen, "TR", () => {
    tagged(pen, "TH", () => drawLine(pen, title, pen.area.left, pen.y + 10, TYPE.smallBold), { scope: "Row" });
  });
  pen.y += GROUP;
  decoration(pen, () => rowRule(pen));
}

function drawRow(pen: Pen, { cells, ground }: Extract<Row, { cells: unknown }>, columns: readonly Placed[]): void {
  const left = columns.map((column, i) => linesOf(pen, cells[i] ?? [], column));
  const height = Math.max(0, ...left.map(heightOf)) + 2 * PAD;
  if (pen.y + height > pen.area.bottom && height <= pen.area.height / 2) nextPage(pen, columns);
  grouped(pen, "TR", () => {
    do {
      if (pen.area.bottom - pen.y < 40 + 2 * PAD && height > 40) nextPage(pen, columns);
      const room = pen.area.bottom - pen.y - 2 * PAD;
      const parts = left.map((lines) => takeLines(lines, room));
      const foot = pen.y + Math.max(0, ...parts.map(heightOf)) + 2 * PAD;
      if (ground) decoration(pen, () => ground(columns, pen.y, foot));
      for (const [i, column] of columns.entries()) {
        const part = parts[i] ?? [];
        if (part.length > 0 || heightOf(left[i] ?? []) === 0)
          tagged(pen, "TD", () => drawCell(column, part, pen.y + PAD));
      }
      pen.y = foot;
    } while (left.some((lines) => lines.length > 0));
  });
  decoration(pen, () => rowRule(pen));
}

function rowRule(pen: Pen): void {
  pen.doc.moveTo(pen.area.left, pen.y).lineTo(pen.area.right, pen.y).lineWidth(0.5).stroke(LIGHT.hairline);
}

function drawCell(column: Placed, lines: readonly Line[], top: number): void {
  let y = top;
  for (const line of lines) {
    line.draw(column.x, y, column.width);
    y += line.height;
  }
}

/** Takes lines from the front as far as there is room, at least one. */
function takeLines(lines: Line[], room: number): Line[] {
  const taken: Line[] = [];
  let used = 0;
  for (let line = lines[0]; line && (taken.length === 0 || used + line.height <= room); line = lines[0]) {
    taken.push(line);
    used += line.height;
    lines.shift();
  }
  return taken;
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0);
}

function linesOf(pen: Pen, parts: readonly CellPart[], column: Placed): Line[] {
  return parts.flatMap((part) => {
    const gap: Line[] = part.gap ? [{ height: part.gap, draw: () => undefined }] : [];
    if ("draw" in part) return [...gap, part];
    const indent = part.indent ?? 0;
    const within = { ...column, x: column.x + indent, width: column.width - indent };
    const lines = wrapText(pen, part.text, part.style, within.width, part.most);
    const draw = (text: string, i: number) => (_x: number, y: number) => {
      if (i === 0 && part.marker) drawLine(pen, part.marker, column.x, y, part.style);
      drawAligned(pen, text, within, y, part.style);
    };
    return [...gap, ...lines.map((text, i) => ({ height: part.style.leading, draw: draw(text, i) }))];
  });
}

/** A line that was broken to the column's width already. */
function drawAligned(pen: Pen, text: string, column: Placed, y: number, style: TextStyle): void {
  if (column.align === "right") drawLine(pen, text, column.x + column.width, y, style, "right");
  else drawLine(pen, text, column.x, y, style);
}
