import type { Place } from "./object.ts";
import { hasAnchors, type ParsedYaml, parseYaml } from "./parse-yaml.ts";
import type { Reading } from "./read-objects.ts";
import { countMarks, splitYaml, type YamlDocument, type YamlPart } from "./split-yaml.ts";
import { takeObjects } from "./take-objects.ts";
import { readingsOf, refusalOfPage } from "./withheld.ts";
import { lineFinder } from "./yaml-lines.ts";

const MOST_DOCUMENTS = 50_000;

/** Reads every document of a YAML text, and every entry of a List in it, each on its own and with its own line. */
export function* readYaml(path: string, text: string): Generator<Reading> {
  if (countMarks(text) > MOST_DOCUMENTS) {
    return yield { unreadable: { path, reason: `it holds more than ${MOST_DOCUMENTS} documents; export it as JSON` } };
  }
  for (const document of splitYaml(text.replaceAll("\r\n", "\n"))) yield* readDocument(path, document);
}

function* readDocument(path: string, document: YamlDocument): Generator<Reading> {
  const { items } = document;
  // What an entry takes from another by an alias is only found when they are read together.
  if (items?.some(({ source }) => hasAnchors(source)))
    return yield* take(path, whole(document, items), { nested: false });
  if (!items) return yield* take(path, document, { nested: false });
  const list = parseYaml(document.source);
  if ("error" in list) return yield failure(path, document, list);
  const { kind, apiVersion } = (list.value ?? {}) as { kind?: unknown; apiVersion?: unknown };
  // "items" is a field of other things too.
  if (typeof kind !== "string" || !kind.endsWith("List"))
    return yield* take(path, whole(document, items), { nested: false });
  const page = refusalOfPage(list.value);
  if (page) yield* readingsOf(page, { path, document: document.document, line: document.line });
  const itemKind = kind === "List" ? undefined : { apiVersion, kind: kind.slice(0, -"List".length) };
  for (const item of items) yield* take(path, item, { nested: true, itemKind });
}

type Inside = { nested: boolean; itemKind?: { apiVersion: unknown; kind: string } };

function* take(path: string, part: YamlPart, { nested, itemKind }: Inside): Generator<Reading> {
  const parsed = parseYaml(part.source);
  if ("error" in parsed) return yield failure(path, part, parsed);
  const at: Place = { path, document: part.document, line: part.line };
  const isObject = parsed.value !== null && typeof parsed.value === "object" && !Array.isArray(parsed.value);
  const value = itemKind && isObject ? { ...itemKind, ...(parsed.value as object) } : parsed.value;
  for (const reading of takeObjects(value, at, { nested })) {
    if ("object" in reading) yield { object: { ...reading.object, lineOf: lineFinder(part) } };
    else yield reading;
  }
}

/** The document as it stood, with its entries back in their place. */
function whole(document: YamlDocument, items: YamlPart[]): YamlPart {
  const entries = items.map(({ source }) => source.replace(/^( *) {2}/, "$1- "));
  return { ...document, source: document.source.replace(/^items: \[\]$/m, () => ["items:", ...entries].join("\n")) };
}

function failure(path: string, part: YamlPart, { error, line }: Extract<ParsedYaml, { error: string }>): Reading {
  return { unreadable: { path, document: part.document, line: part.line + line, reason: error } };
}
