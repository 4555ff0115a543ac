import { kindOfBundleFile } from "./bundle-kinds.ts";
import type { Place } from "./object.ts";
import { complaintsIn } from "./read-complaints.ts";
import type { Reading } from "./read-objects.ts";
import { type JsonPiece, JsonSplitter, LARGEST_PIECE } from "./split-json.ts";
import { takeObjects } from "./take-objects.ts";
import { decodeUtf8 } from "./text-bytes.ts";
import { readingsOf, refusalOfPage } from "./withheld.ts";

type Entry = { value: unknown; at: Place };

/** Reads JSON as it comes in: objects, Lists of them, arrays, or many documents in a row. */
export async function* readJson(path: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Reading> {
  const splitter = new JsonSplitter();
  // Entries without a kind wait for the end of their list: it says what they are, and is printed last.
  const waiting: Entry[] = [];
  for await (const chunk of source) {
    for (const piece of splitter.push(chunk)) yield* take(path, piece, waiting);
  }
  for (const piece of splitter.end()) yield* take(path, piece, waiting);
  yield* takeAll(waiting, null);
}

function* take(path: string, piece: JsonPiece, waiting: Entry[]): Generator<Reading> {
  const at: Place = { path, document: piece.document, line: piece.line };
  const text = piece.broken === "too large" ? null : decodeUtf8(piece.bytes);
  const parsed = piece.broken
    ? { error: brokenReason(piece, text ?? "") }
    : text === null
      ? { error: `it is not valid UTF-8 (byte ${piece.offset} and following)` }
      : parse(text, piece.offset);
  if ("error" in parsed) {
    const complaints = piece.broken === "loose" ? complaintsIn(text ?? "", at) : null;
    const unreadable = { ...at, reason: parsed.error, ...(piece.broken === "truncated" ? { cut: true as const } : {}) };
    yield* complaints ?? [{ unreadable }];
  } else if (piece.of === "rest") {
    yield* takeAll(waiting.splice(0), parsed.value);
    const page = refusalOfPage(parsed.value);
    if (page) yield* readingsOf(page, at);
    if (!isEmptiedList(parsed.value)) yield* takeObjects(parsed.value, at, { nested: false });
  } else if (hasKind(parsed.value)) {
    yield* takeObjects(parsed.value, at, { nested: true });
  } else {
    waiting.push({ value: parsed.value, at });
  }
}

/** Entries that do not say what they are: the kind of their list does ("PodList"). */
function* takeAll(entries: readonly Entry[], list: unknown): Generator<Reading> {
  const { kind, apiVersion } = (list ?? {}) as { kind?: unknown; apiVersion?: unknown };
  const itemKind = typeof kind === "string" && kind.endsWith("List") && kind !== "List" ? kind.slice(0, -4) : undefined;
  for (const { value, at } of entries) {
    const isObject = value !== null && typeof value === "object" && !Array.isArray(value);
    const what = itemKind ? { apiVersion, kind: itemKind } : Array.isArray(list) && kindOfBundleFile(at.path);
    const whole = what && isObject ? { ...what, ...value } : value;
    // A list that names no kind does not claim that its entries are Kubernetes'.
    yield* takeObjects(whole, at, { nested: true, kindless: kind === undefined && !Array.isArray(list) });
  }
}

/** What is left of a list when its entries are cut out says nothing of its own. */
function isEmptiedList(rest: unknown): boolean {
  if (Array.isArray(rest)) return rest.length === 0;
  const { kind, items } = (rest ?? {}) as { kind?: unknown; items?: unknown };
  return kind === undefined && Array.isArray(items) && items.length === 0;
}

function hasKind(value: unknown): boolean {
  return value !== null && typeof value === "object" && typeof (value as { kind?: unknown }).kind === "string";
}

/** A number with an exponent of three digits, as far as one look tells. */
const HUGE = /[:,[\s]-?\d{1,400}(?:\.\d{1,400})?[eE]\+?\d{3,}/;

/** Where a number stands that is too large for any program that reads the object; null when there is none. */
function endlessNumber(text: string, value: unknown): number | null {
  const huge = HUGE.exec(text);
  return huge && holdsInfinity(value) ? huge.index + 1 : null;
}

function holdsInfinity(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return value !== null && typeof value === "object" && Object.values(value).some(holdsInfinity);
}

/** The parser's own message quotes the text, which may be a secret: only the position is taken from it. */
function parse(text: string, offset: number): { value: unknown } | { error: string } {
  try {
    const value: unknown = JSON.parse(text);
    const at = endlessNumber(text, value);
    return at === null ? { value } : { error: `it holds a number without end (byte ${offset + at})` };
  } catch (error) {
    const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
    return { error: `it is not valid JSON (byte ${offset + Number(position ?? 0)})` };
  }
}

/** Says what is wrong, and names the object that was cut, as far as it got. */
function brokenReason({ broken, document, line, offset }: JsonPiece, text: string): string {
  const where = `byte ${offset} and following`;
  if (broken === "too deep") return `it nests deeper than any object of Kubernetes (${where})`;
  if (broken === "too large")
    return `it is larger than any object of Kubernetes (${LARGEST_PIECE / 1024 / 1024} MiB; ${where})`;
  if (broken === "loose") return `there is something that is no object (byte ${offset} and following)`;
  const kind = /"kind"\s*:\s*"([A-Za-z]{1,60})"/.exec(text)?.[1];
  const name = /"name"\s*:\s*"([a-z0-9.-]{1,253})"/.exec(text)?.[1];
  const namespace = /"namespace"\s*:\s*"([a-z0-9-]{1,63})"/.exec(text)?.[1];
  const what = [
    kind ? `, ${/^[AEIOU]/.test(kind) ? "an" : "a"} ${kind}` : "",
    kind && name ? ` named ${name}` : "",
    kind && namespace ? ` in namespace ${namespace}` : "",
  ];
  return `the file ends in the middle of document ${document} (line ${withCommas(line)}${what.join("")})`;
}

/** 18220 -> "18,220" */
function withCommas(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
