import { parseDocument } from "yaml";
import type { Place } from "./object.ts";
import type { Reading } from "./read-objects.ts";
import { takeObjects } from "./take-objects.ts";

/** An honest manifest repeats itself a handful of times. */
const MOST_ALIASES = 100;
const MOST_DOCUMENTS = 100_000;

/** Reads every document of a YAML text, each on its own, so that a broken one does not take the others with it. */
export function* readYaml(path: string, text: string): Generator<Reading> {
  let seen = 0;
  for (const { document, line, source } of documentsOf(text)) {
    const at: Place = { path, document, line };
    if (++seen > MOST_DOCUMENTS)
      return yield { unreadable: { ...at, reason: `more than ${MOST_DOCUMENTS} documents in one file` } };
    const parsed = parseYaml(source);
    if ("error" in parsed) yield { unreadable: { ...at, line: line + parsed.line, reason: parsed.error } };
    else yield* takeObjects(parsed.value, at, { nested: false });
  }
}

/** Documents between the marks, with the line of their first word. Comments and space alone are no document. */
function* documentsOf(text: string): Generator<{ document: number; line: number; source: string }> {
  const lines = text.split("\n");
  let start = 0;
  let document = 1;
  for (let at = 0; at <= lines.length; at++) {
    const isMark = at === lines.length || /^(---|\.\.\.)(\s|$)/.test(lines[at] ?? "");
    if (!isMark) continue;
    const block = lines.slice(start, at);
    const lead = block.findIndex(
      (line) => line.trim() !== "" && !line.trimStart().startsWith("#") && !line.startsWith("%"),
    );
    if (lead >= 0) yield { document: document++, line: start + lead + 1, source: block.slice(lead).join("\n") };
    // "--- {kind: …}" carries its document on the line of the mark.
    const rest = (lines[at] ?? "").slice(3).trim();
    if (at < lines.length && rest !== "" && !rest.startsWith("#")) lines[at] = `   ${(lines[at] ?? "").slice(3)}`;
    start = at < lines.length && rest !== "" && !rest.startsWith("#") ? at : at + 1;
  }
}

function parseYaml(source: string): { value: unknown } | { error: string; line: number } {
  // A flow of anchors without an end costs time before it costs memory: count them first.
  if ((source.match(/[\s[,{:-][*&][A-Za-z0-9_]/g) ?? []).length > 10_000)
    return { error: "it repeats itself by more aliases than any manifest needs", line: 0 };
  try {
    const parsed = parseDocument(source, {
      merge: true,
      strict: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
      schema: "core",
      customTags: [],
    });
    const error = parsed.errors[0];
    if (error)
      return {
        error: `it is not valid YAML (${error.message.split("\n")[0]?.slice(0, 160)})`,
        line: linesBefore(source, error.pos[0]),
      };
    return { value: parsed.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch (error) {
    const reason =
      error instanceof Error && /alias/i.test(error.message)
        ? "it repeats itself by more aliases than any manifest needs"
        : "it is not valid YAML";
    return { error: reason, line: 0 };
  }
}

function linesBefore(text: string, position: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < position; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
