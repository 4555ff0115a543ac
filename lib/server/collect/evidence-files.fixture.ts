import { strToU8, zipSync } from "fflate";

/** Small files as their programs begin them. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
export const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==", "base64");
export const PDF = Buffer.from(
  "%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);
export const HTML = Buffer.from("<!doctype html><html><script>fetch('/account')</script></html>");
export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
export const EXE = Buffer.concat([Buffer.from("MZ\x90\0\x03\0\0\0"), Buffer.alloc(512)]);

const MAIN = "application/vnd.openxmlformats-officedocument";
const MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml";

/** A document of Word, a workbook or slides, as far as its list of parts tells; "macros" is a document with macros. */
export function officeFile(kind: "word" | "sheet" | "slides" | "macros", listed = 1): Buffer {
  const types = {
    word: `${MAIN}.wordprocessingml.document.main+xml`,
    sheet: `${MAIN}.spreadsheetml.sheet.main+xml`,
    slides: `${MAIN}.presentationml.presentation.main+xml`,
    macros: MACROS,
  };
  const part = `<Override PartName="/main.xml" ContentType="${types[kind]}"/>`;
  const padding = " ".repeat(listed);
  const list = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${padding}${part}</Types>`;
  return Buffer.from(zipSync({ "[Content_Types].xml": strToU8(list), "word/document.xml": strToU8("<x/>") }));
}
