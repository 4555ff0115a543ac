import { cellText } from "./cell-text.ts";
import { attributeOf, BadXml, xmlEvents } from "./xml-events.ts";

/** A cell's value as text, a number as it is stored. A formula is seen, never computed; `text` is what it gave last. */
export type ReadCell = { text: string; formula: boolean; error: boolean };
/** Rows count from 1 as the spreadsheet shows them, columns from 0. */
export type SheetRow = { number: number; cells: ReadonlyMap<number, ReadCell> };
export type ReadSheet = { name: string; rows: readonly SheetRow[] };

/** What a questionnaire may hold; a real one has a few hundred rows of twenty cells. */
export const MOST_ROWS = 20_000;
export const MOST_CELLS = 400_000;

type OpenCell = { column: number; type: string; value: string; formula: boolean };

/** The cells of one sheet's XML. Throws BadXml when it is none or holds too much. */
export function readSheetXml(xml: string, name: string, strings: readonly string[]): ReadSheet {
  const rows: SheetRow[] = [];
  let [number, seen] = [0, 0];
  let cells = new Map<number, ReadCell>();
  let cell: OpenCell | null = null;
  let within = "";
  const endCell = () => {
    if (cell && (cell.value !== "" || cell.formula)) cells.set(cell.column, cellOf(cell, strings));
    cell = null;
  };
  const endRow = () => {
    if (cells.size > 0) rows.push({ number, cells });
    cells = new Map();
  };
  let last = -1;
  for (const event of xmlEvents(xml)) {
    if (event.is === "text") {
      if (cell && (within === "v" || within === "t")) cell.value += event.text;
      continue;
    }
    if (event.is === "close") {
      within = "";
      if (event.name === "c") endCell();
      if (event.name === "row") endRow();
      continue;
    }
    if (!event.empty) within = event.name;
    if (event.name === "row") {
      number = Number(attributeOf(event.attributes, "r") ?? number + 1);
      last = -1;
      if (!Number.isInteger(number) || number < 1) throw new BadXml(`sheet "${name}" has a row without a number`);
      if (rows.length >= MOST_ROWS) throw new BadXml(`sheet "${name}" has more than ${MOST_ROWS} rows`);
    } else if (event.name === "c") {
      if (++seen > MOST_CELLS) throw new BadXml(`sheet "${name}" has more than ${MOST_CELLS} cells`);
      const column = columnOf(attributeOf(event.attributes, "r")) ?? last + 1;
      last = column;
      cell = event.empty
        ? null
        : { column, type: attributeOf(event.attributes, "t") ?? "n", value: "", formula: false };
    } else if (event.name === "f" && cell) cell.formula = true;
  }
  return { name, rows };
}

function cellOf({ type, value, formula }: OpenCell, strings: readonly string[]): ReadCell {
  const error = type === "e";
  if (type === "s") return { text: strings[Number(value)] ?? "", formula, error };
  return { text: type === "inlineStr" || type === "str" ? cellText(value) : plainNumber(value), formula, error };
}

/** "3.0000000000000001E0" is a 3 that a program wrote with all its digits. */
function plainNumber(value: string): string {
  const number = Number(value);
  return value.trim() === "" || !Number.isFinite(number) ? value : String(number);
}

/** The place of a column out of a cell's reference: 0 for "A12"; null where it has none. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? "")?.[0];
  if (!letters) return null;
  let at = 0;
  for (const letter of letters) at = at * 26 + letter.charCodeAt(0) - 64;
  return at - 1;
}
