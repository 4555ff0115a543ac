import type { ReportTable } from "./table.ts";

/** Rows of a sheet, its head included, and characters of a cell, as Excel's specification limits them. */
export const SHEET_ROWS = 1_048_576;
export const CELL_CHARACTERS = 32_767;

export type Sheet = ReportTable & { name: string };

/** One sheet a table; what does not fit into one goes on in the next ("Findings 2"): nothing is cut off in silence. */
export function sheetsOfTables(tables: readonly ReportTable[], most = SHEET_ROWS - 1): Sheet[] {
  return tables.flatMap((table) => {
    const parts = Math.max(1, Math.ceil(table.rows.length / most));
    return Array.from({ length: parts }, (_, part) => ({
      ...table,
      name: part === 0 ? table.title : `${table.title} ${part + 1}`,
      rows: parts === 1 ? table.rows : table.rows.slice(part * most, (part + 1) * most),
    }));
  });
}

/** The text of a cell, cut where Excel would cut or refuse it, with a word that says so. */
export function cellText(text: string): string {
  if (text.length <= CELL_CHARACTERS) return text;
  const note = ` … (cut here: ${text.length} characters in all, which the JSON export holds)`;
  return text.slice(0, CELL_CHARACTERS - note.length).toWellFormed() + note;
}
