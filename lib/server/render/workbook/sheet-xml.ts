import { cellText, type Sheet } from "#lib/report/tables/sheets-of-tables.ts";
import type { Cell, Column, ColumnKind } from "#lib/report/tables/table.ts";
import { columnName } from "./column-name.ts";
import { STYLE } from "./workbook-parts.ts";
import { xmlText } from "./xml-text.ts";

const CHUNK = 1 << 16;
const DAY = 86_400_000;
/** Day 0 of Excel's calendar, with the leap day that 1900 did not have already behind it. */
const EPOCH = Date.UTC(1899, 11, 30);

const WIDTHS: Record<ColumnKind, number> = { text: 28, number: 12, days: 12, date: 12 };

/** One sheet as XML (ECMA-376, SpreadsheetML), in pieces: a head that stays in sight, filters, a row each. */
export function* sheetXml({ columns, rows }: Sheet): Generator<Buffer> {
  const names = columns.map((_, at) => columnName(at));
  const last = names.at(-1) ?? "A";
  let text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths(columns)}</cols><sheetData><row r="1">`;
  for (const [at, { title }] of columns.entries()) text += textCell(`${names[at]}1`, title, STYLE.head);
  text += "</row>";
  for (const [at, row] of rows.entries()) {
    const number = at + 2;
    text += `<row r="${number}">`;
    for (let column = 0; column < columns.length; column++)
      text += cellXml(`${names[column]}${number}`, row[column] ?? null, columns[column]?.kind ?? "text");
    text += "</row>";
    if (text.length > CHUNK) {
      yield Buffer.from(text);
      text = "";
    }
  }
  yield Buffer.from(`${text}</sheetData><autoFilter ref="A1:${last}${rows.length + 1}"/></worksheet>`);
}

function widths(columns: readonly Column[]): string {
  const each = columns.map(
    ({ kind }, at) => `<col min="${at + 1}" max="${at + 1}" width="${WIDTHS[kind]}" customWidth="1"/>`,
  );
  return each.join("");
}

function cellXml(place: string, value: Cell, kind: ColumnKind): string {
  if (value === null) return "";
  if (typeof value === "number")
    return Number.isFinite(value)
      ? `<c r="${place}" s="${kind === "days" ? STYLE.days : STYLE.plain}"><v>${value}</v></c>`
      : "";
  if (kind === "date" && /^\d{4}-\d\d-\d\d$/.test(value))
    return `<c r="${place}" s="${STYLE.date}"><v>${(Date.parse(value) - EPOCH) / DAY}</v></c>`;
  return textCell(place, value, STYLE.plain);
}

function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cellText(text))}</t></is></c>`;
}
