import { type ReadSheet, readSheetXml } from "./read-sheet.ts";
import { readStrings } from "./read-strings.ts";
import { attributeOf, BadXml, xmlEvents } from "./xml-events.ts";

export const MOST_SHEETS = 50;

/**
 * The sheets of a workbook, in their order, out of the XML of its parts by path. Hidden sheets are read as well. Throws BadXml
 * with the reason when it is none.
 */
export function readWorkbook(parts: ReadonlyMap<string, string>): ReadSheet[] {
  const book = parts.get("xl/workbook.xml");
  if (book === undefined) throw new BadXml("it holds no workbook");
  const targets = targetsOf(parts.get("xl/_rels/workbook.xml.rels") ?? "");
  const strings = readStrings(parts.get("xl/sharedStrings.xml") ?? "");
  const sheets: ReadSheet[] = [];
  for (const event of xmlEvents(book)) {
    if (event.is !== "open" || event.name !== "sheet") continue;
    if (sheets.length >= MOST_SHEETS) throw new BadXml(`it has more than ${MOST_SHEETS} sheets`);
    const name = attributeOf(event.attributes, "name") ?? `Sheet ${sheets.length + 1}`;
    const path = targets.get(relationOf(event.attributes));
    const xml = path === undefined ? undefined : parts.get(path);
    // A chart sheet has no cells.
    sheets.push(xml === undefined ? { name, rows: [] } : readSheetXml(xml, name, strings));
  }
  return sheets;
}

/** The id of its relation: "r:id", not the sheet's own "sheetId". */
function relationOf(attributes: string): string {
  return attributeOf(attributes, "id") ?? "";
}

function targetsOf(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  for (const event of xmlEvents(xml)) {
    if (event.is !== "open" || event.name !== "Relationship") continue;
    const target = attributeOf(event.attributes, "Target") ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    targets.set(attributeOf(event.attributes, "Id") ?? "", path.replaceAll(/(^|\/)\.\//g, "$1"));
  }
  return targets;
}
