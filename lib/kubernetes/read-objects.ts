import type { LocatedObject, Place, Unreadable } from "./object.ts";
import { readYaml } from "./read-yaml.ts";
import { JsonSplitter } from "./split-json.ts";
import { takeObjects } from "./take-objects.ts";

/** One thing that a file held, in order. */
export type Reading = { object: LocatedObject } | { unreadable: Unreadable } | { version: string };

/** A YAML file is held whole; one of this size is no manifest. */
const LONGEST_YAML = 64 * 1024 * 1024;

/**
 * Reads Kubernetes objects out of the bytes of one file, JSON or YAML, told by its first byte. Streams JSON item by item.
 * What cannot be read is handed out with its document and line, and does not stop the rest.
 */
export async function* readObjects(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Reading> {
  const source = withoutByteOrderMark(chunks);
  const first = await source.next();
  if (first.done) return yield { unreadable: { path, reason: "the file is empty" } };
  const start = first.value.find((byte) => byte > 32);
  if (start === 123 || start === 91) yield* readJson(path, first.value, source);
  else yield* readWholeYaml(path, first.value, source);
}

async function* readJson(path: string, first: Uint8Array, source: AsyncGenerator<Uint8Array>): AsyncGenerator<Reading> {
  const splitter = new JsonSplitter();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  // Items without a kind wait for the end of their list: its kind is printed last.
  let waiting: { value: unknown; at: Place }[] = [];
  const take = function* (
    pieces: Generator<ReturnType<JsonSplitter["push"]> extends Generator<infer P> ? P : never>,
  ): Generator<Reading> {
    for (const piece of pieces) {
      const at: Place = { path, document: piece.document, line: piece.line };
      const text = decode(decoder, piece.bytes);
      const reason = piece.broken
        ? brokenReason(piece.broken, text ?? "", at)
        : text === null
          ? "it is not valid UTF-8"
          : null;
      const value = reason === null && text !== null ? parse(text) : { error: reason ?? "" };
      if ("error" in value) {
        yield { unreadable: { ...at, reason: value.error } };
      } else if (piece.of === "item") {
        if (hasKind(value.value)) yield* takeObjects(value.value, at, { nested: true });
        else waiting.push({ value: value.value, at });
      } else {
        yield* endOfList(value.value, waiting, at);
        waiting = [];
      }
    }
  };
  yield* take(splitter.push(first));
  for await (const chunk of source) yield* take(splitter.push(chunk));
  yield* take(splitter.end());
  for (const { value, at } of waiting) yield* takeObjects(value, at, { nested: true });
}

function* endOfList(rest: unknown, waiting: { value: unknown; at: Place }[], at: Place): Generator<Reading> {
  const { kind, apiVersion } = (rest ?? {}) as { kind?: unknown; apiVersion?: unknown };
  const itemKind = typeof kind === "string" && kind.endsWith("List") && kind !== "List" ? kind.slice(0, -4) : undefined;
  for (const item of waiting) {
    const value =
      itemKind && item.value !== null && typeof item.value === "object"
        ? { apiVersion, kind: itemKind, ...item.value }
        : item.value;
    // A list that names no kind does not say what its items are.
    yield* takeObjects(value, item.at, { nested: true, kindless: kind === undefined && !Array.isArray(rest) });
  }
  const isList =
    Array.isArray(rest) ||
    (kind === undefined && waiting.length > 0) ||
    (typeof kind === "string" && kind.endsWith("List"));
  if (!isList) yield* takeObjects(rest, at, { nested: false });
}

async function* readWholeYaml(
  path: string,
  first: Uint8Array,
  source: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Reading> {
  const parts = [first];
  let size = first.length;
  for await (const chunk of source) {
    parts.push(chunk);
    size += chunk.length;
    if (size > LONGEST_YAML)
      return yield {
        unreadable: { path, reason: `a YAML file of more than ${LONGEST_YAML / 1024 / 1024} MiB; export it as JSON` },
      };
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  const text = decode(new TextDecoder("utf-8", { fatal: true }), whole);
  if (text === null) yield { unreadable: { path, reason: "it is not valid UTF-8, neither JSON nor YAML" } };
  else yield* readYaml(path, text);
}

async function* withoutByteOrderMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun = false;
  for await (const chunk of chunks) {
    const rest: Uint8Array =
      !begun && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
    begun ||= rest.some((byte) => byte > 32);
    // Space before the first character says nothing, but its lines count.
    if (rest.length > 0 && begun) yield rest;
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): { value: unknown } | { error: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: `it is not valid JSON (${error instanceof Error ? error.message.slice(0, 120) : "unknown"})` };
  }
}

function hasKind(value: unknown): boolean {
  return value !== null && typeof value === "object" && typeof (value as { kind?: unknown }).kind === "string";
}

/** Names the object that was cut, as far as it got. */
function brokenReason(broken: "truncated" | "too deep" | "unbalanced", text: string, at: Place): string {
  if (broken === "too deep") return "it nests deeper than any object of Kubernetes";
  if (broken === "unbalanced") return "there is text after the end of the document that is no JSON";
  const kind = /"kind"\s*:\s*"([A-Za-z]{1,60})"/.exec(text)?.[1];
  const name = /"name"\s*:\s*"([a-z0-9.-]{1,253})"/.exec(text)?.[1];
  const namespace = /"namespace"\s*:\s*"([a-z0-9-]{1,63})"/.exec(text)?.[1];
  const what = [kind ? `a ${kind}` : "", name ? `named ${name}` : "", namespace ? `in namespace ${namespace}` : ""]
    .filter(Boolean)
    .join(" ");
  return `the file ends in the middle of document ${at.document} (line ${at.line}${what ? `, ${what}` : ""})`;
}
