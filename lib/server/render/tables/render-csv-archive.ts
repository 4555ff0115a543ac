import type { Readable } from "node:stream";
import papaparse from "papaparse";
import { inertText } from "#lib/report/tables/inert-text.ts";
import type { ReportTable } from "#lib/report/tables/table.ts";
import { openArchive } from "../archive/open-archive.ts";

/** Tables as comma-separated files in one archive. No cell opens a formula; `liveText` gives back what stood there. */
export function renderCsvArchive(tables: readonly ReportTable[]): Readable {
  const archive = openArchive();
  for (const table of tables) archive.add(`${table.id}.csv`, renderCsv(table));
  return archive.end();
}

/** One table (RFC 4180), UTF-8 with the mark that spreadsheets look for. */
export function renderCsv({ columns, rows }: ReportTable): string {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? inertText(cell.replaceAll("\0", "")) : cell)),
  );
  return `\ufeff${papaparse.unparse([columns.map(({ title }) => title), ...cells], { newline: "\r\n" })}\r\n`;
}
