import { plainScalar } from "./plain-scalar.ts";

/** Where reading stands in a line. `beyond`: it holds something that only a whole YAML parser reads. */
export type FlowCursor = { text: string; at: number; beyond: boolean; onPart: (part: object) => void };

const DEEPEST = 50;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u001f]/;

/** A quoted text, or a collection in brackets, that begins at the cursor and ends on the same line. */
export function flowValue(cursor: FlowCursor, depth = 0): unknown {
  const first = cursor.text[cursor.at];
  if (depth > DEEPEST) return beyond(cursor);
  if (first === '"') return doubleQuoted(cursor);
  if (first === "'") return singleQuoted(cursor);
  if (first === "[") return list(cursor, depth);
  if (first === "{") return mapping(cursor, depth);
  return plain(cursor);
}

function beyond(cursor: FlowCursor): null {
  cursor.beyond = true;
  return null;
}

function doubleQuoted(cursor: FlowCursor): unknown {
  const { text, at } = cursor;
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  if (end >= text.length) return beyond(cursor);
  const quoted = text.slice(at, end + 1);
  cursor.at = end + 1;
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  // Escapes that JSON has as well; a half of a character is left to the parser.
  if (!/^"(?:[^\\]|\\["\\/bfnrt])*"$/.test(quoted) || CONTROL.test(quoted)) return beyond(cursor);
  return JSON.parse(quoted);
}

function singleQuoted(cursor: FlowCursor): unknown {
  const { text, at } = cursor;
  let end = at + 1;
  while (end < text.length && (text[end] !== "'" || text[end + 1] === "'")) end += text[end] === "'" ? 2 : 1;
  if (end >= text.length) return beyond(cursor);
  cursor.at = end + 1;
  return text.slice(at + 1, end).replaceAll("''", "'");
}

/** A word within brackets: up to a comma or bracket. */
function plain(cursor: FlowCursor): unknown {
  const found = /^[\w./$~+-][^,[\]{}"'#:\t&*!|>%@`]*(?::(?=[^\s,[\]{}])[^,[\]{}"'#:\t&*!|>%@`]*)*/.exec(
    cursor.text.slice(cursor.at),
  );
  if (!found || /^(?:-|\?|:)(?:\s|$)/.test(found[0])) return beyond(cursor);
  cursor.at += found[0].length;
  return plainScalar(found[0].trimEnd());
}

function skipSpace(cursor: FlowCursor): string {
  while (cursor.text[cursor.at] === " ") cursor.at++;
  return cursor.text[cursor.at] ?? "";
}

function list(cursor: FlowCursor, depth: number): unknown {
  const values: unknown[] = [];
  cursor.onPart(values);
  cursor.at++;
  while (!cursor.beyond) {
    const next = skipSpace(cursor);
    if (next === "]") {
      cursor.at++;
      return values;
    }
    if (next === "" || next === ",") return beyond(cursor);
    values.push(flowValue(cursor, depth + 1));
    if (!isSeparated(cursor, "]")) return beyond(cursor);
  }
  return null;
}

function mapping(cursor: FlowCursor, depth: number): unknown {
  const fields: Record<string, unknown> = {};
  cursor.onPart(fields);
  cursor.at++;
  while (!cursor.beyond) {
    const next = skipSpace(cursor);
    if (next === "}") {
      cursor.at++;
      return fields;
    }
    if (next === "" || next === "," || next === "[" || next === "{") return beyond(cursor);
    const key = flowValue(cursor, depth + 1);
    const isKey = typeof key === "string" && key !== "<<" && !(key in fields) && cursor.text[cursor.at] === ":";
    if (!isKey || cursor.text[cursor.at + 1] !== " ") return beyond(cursor);
    cursor.at++;
    const value = skipSpace(cursor);
    if (value === "" || value === "," || value === "}") return beyond(cursor);
    fields[key] = flowValue(cursor, depth + 1);
    if (!isSeparated(cursor, "}")) return beyond(cursor);
  }
  return null;
}

/** Behind a value stands a comma, or the end of the collection. */
function isSeparated(cursor: FlowCursor, end: string): boolean {
  const next = skipSpace(cursor);
  if (next === ",") cursor.at++;
  return next === "," || next === end;
}
