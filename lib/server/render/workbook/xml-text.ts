const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot say is what is looked for
const NEEDS_CARE = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|[\ud800-\udfff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const EACH = /[&<>]|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * A text for a cell's XML. What XML cannot hold is written as _x0001_, the way that Excel reads back (ECMA-376, ST_Xstring);
 * a text that looks like that is told apart by _x005F_.
 */
export function xmlText(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text
    .toWellFormed()
    .replace(EACH, (found) => MARKS[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}
