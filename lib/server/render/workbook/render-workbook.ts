import { Readable } from "node:stream";
import { sheetsOfTables } from "#lib/report/tables/sheets-of-tables.ts";
import type { ReportTable } from "#lib/report/tables/table.ts";
import { openArchive } from "../archive/open-archive.ts";
import { sheetXml } from "./sheet-xml.ts";
import { contentTypes, PACKAGE_RELATIONS, STYLES, workbookRelations, workbookXml } from "./workbook-parts.ts";

/**
 * Tables as an Excel workbook, one sheet each, as a stream: memory does not grow with the rows. Texts are texts: nothing in
 * a cell is a formula. The same tables give the same bytes.
 */
export function renderWorkbook(tables: readonly ReportTable[]): Readable {
  const sheets = sheetsOfTables(tables);
  const archive = openArchive();
  archive.add("[Content_Types].xml", contentTypes(sheets.length));
  archive.add("_rels/.rels", PACKAGE_RELATIONS);
  archive.add("xl/workbook.xml", workbookXml(sheets.map(({ name }) => name)));
  archive.add("xl/_rels/workbook.xml.rels", workbookRelations(sheets.length));
  archive.add("xl/styles.xml", STYLES);
  for (const [at, sheet] of sheets.entries())
    archive.add(`xl/worksheets/sheet${at + 1}.xml`, () => Readable.from(sheetXml(sheet), { objectMode: false }));
  return archive.end();
}
