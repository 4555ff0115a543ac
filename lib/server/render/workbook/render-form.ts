import { Readable } from "node:stream";
import type { FormSheet } from "#lib/exchange/form-of-rows.ts";
import { openArchive } from "../archive/open-archive.ts";
import { formSheetXml } from "./form-sheet-xml.ts";
import { contentTypes, PACKAGE_RELATIONS, STYLES, workbookRelations, workbookXml } from "./workbook-parts.ts";

/** Sheets to fill in as an Excel workbook. The same sheets give the same bytes. */
export function renderForm(sheets: readonly FormSheet[]): Readable {
  const archive = openArchive();
  archive.add("[Content_Types].xml", contentTypes(sheets.length));
  archive.add("_rels/.rels", PACKAGE_RELATIONS);
  archive.add("xl/workbook.xml", workbookXml(sheets.map(({ name }) => name)));
  archive.add("xl/_rels/workbook.xml.rels", workbookRelations(sheets.length));
  archive.add("xl/styles.xml", STYLES);
  for (const [at, sheet] of sheets.entries())
    archive.add(`xl/worksheets/sheet${at + 1}.xml`, () => Readable.from(formSheetXml(sheet), { objectMode: false }));
  return archive.end();
}
