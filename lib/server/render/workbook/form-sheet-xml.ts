import type { FormSheet } from "#lib/exchange/form-of-rows.ts";
import { columnName } from "./column-name.ts";
import { rowHeight } from "./row-height.ts";
import { STYLE } from "./workbook-parts.ts";
import { xmlText } from "./xml-text.ts";

/**
 * One sheet to fill in as XML: the open cells take text and offer their choices, all others are locked (without a password:
 * it guards against slips, not against people), hidden columns stay out of sight, the head stays in it.
 */
export function* formSheetXml({ columns, rows }: FormSheet): Generator<Buffer> {
  const names = columns.map((_, at) => columnName(at));
  const last = `${names.at(-1) ?? "A"}${rows.length + 1}`;
  let text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`;
  for (const [at, { width, hidden }] of columns.entries())
    text += `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ""}/>`;
  text += '</cols><sheetData><row r="1">';
  for (const [at, { title }] of columns.entries()) text += textCell(`${names[at]}1`, title, STYLE.head);
  yield Buffer.from(`${text}</row>`);
  for (const [at, row] of rows.entries()) yield Buffer.from(rowXml(at + 2, row, columns, names));
  yield Buffer.from(
    `</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/><autoFilter ref="A1:${last}"/>${validations(columns, names, rows.length)}</worksheet>`,
  );
}

type Columns = FormSheet["columns"];

function rowXml(number: number, row: readonly (string | number)[], columns: Columns, names: readonly string[]): string {
  const cells = columns.map(({ open }, at) => {
    const [place, value] = [`${names[at]}${number}`, row[at] ?? ""];
    const style = open ? STYLE.open : STYLE.locked;
    if (typeof value === "number") return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
    return value === "" ? `<c r="${place}" s="${style}"/>` : textCell(place, value, style);
  });
  const shown = columns.flatMap(({ width, hidden }, at) => (hidden ? [] : [{ text: String(row[at] ?? ""), width }]));
  return `<row r="${number}" ht="${rowHeight(shown)}">${cells.join("")}</row>`;
}

/** A list to choose from; what else is typed is refused by the spreadsheet, with a word. */
function validations(columns: Columns, names: readonly string[], rows: number): string {
  const each = columns.flatMap(({ title, choices }, at) =>
    choices && rows > 0
      ? [
          `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="${attribute(title)}" error="Choose one of the list." sqref="${names[at]}2:${names[at]}${rows + 1}"><formula1>"${xmlText(choices.join(","))}"</formula1></dataValidation>`,
        ]
      : [],
  );
  return each.length > 0 ? `<dataValidations count="${each.length}">${each.join("")}</dataValidations>` : "";
}

function attribute(text: string): string {
  return xmlText(text).replaceAll('"', "&quot;");
}

/** Comments are at most 10,000 characters and a cell takes 32,767: nothing is cut. */
function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}
