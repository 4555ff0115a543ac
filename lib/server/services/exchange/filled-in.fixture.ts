import { strToU8, unzipSync, zipSync } from "fflate";
import { COLUMNS } from "#lib/exchange/columns.ts";
import { columnName } from "#lib/server/render/workbook/column-name.ts";

type Cells = Partial<Record<(typeof COLUMNS)[number]["id"], string>>;

/** The workbook with other words in the cells of some questions, as if somebody had filled it in and saved it. */
export function filledIn(workbook: Uint8Array, answers: Readonly<Record<string, Cells>>): Uint8Array {
  const parts = unzipSync(workbook);
  const path = "xl/worksheets/sheet1.xml";
  let xml = new TextDecoder().decode(parts[path]);
  for (const [question, cells] of Object.entries(answers)) {
    const row = new RegExp(`<c r="A(\\d+)"[^>]*><is><t[^>]*>${question}</t>`).exec(xml)?.[1];
    if (!row) throw new Error(`${question} is not in the workbook`);
    for (const [id, text] of Object.entries(cells)) {
      const place = `${columnName(COLUMNS.findIndex((column) => column.id === id))}${row}`;
      const cell = new RegExp(`<c r="${place}" s="(\\d+)"(?:/>|[^>]*>.*?</c>)`, "s");
      if (!cell.test(xml)) throw new Error(`there is no cell ${place}`);
      xml = xml.replace(cell, (_, style) => `<c r="${place}" s="${style}" t="inlineStr"><is><t>${text}</t></is></c>`);
    }
  }
  return zipSync({ ...parts, [path]: strToU8(xml) });
}
