import { readErrorFile, resourcesOfErrorFile } from "./error-files.ts";
import type { LocatedObject, Unreadable } from "./object.ts";
import { readComplaints } from "./read-complaints.ts";
import { readJson } from "./read-json.ts";
import { readYaml } from "./read-yaml.ts";
import { decodeUtf8, utf8Of } from "./text-bytes.ts";
import { withoutLogs } from "./without-logs.ts";

/** One thing that a file held, in order: an object, a part that cannot be read, or the version of the cluster ("v1.34.1"). */
export type Reading = { object: LocatedObject } | { unreadable: Unreadable } | { version: string };

/** A YAML file is held whole; one of this size is no manifest. */
const LONGEST_YAML = 64 * 1024 * 1024;
const MOST_UNREADABLE = 1_000;

/**
 * Reads Kubernetes objects out of the bytes of one file, JSON or YAML, told by how it begins. JSON is streamed entry by
 * entry: memory does not grow with the file. What cannot be read is handed out with its document and line, and does not
 * stop the rest. Nothing in the file makes it throw; an error of the byte source passes through.
 */
export async function* readObjects(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Reading> {
  let unreadable = 0;
  for await (const reading of readAll(path, chunks)) {
    yield reading;
    if ("unreadable" in reading && !reading.unreadable.foreign && ++unreadable === MOST_UNREADABLE) {
      yield {
        unreadable: {
          path,
          cut: true,
          reason: `more than ${MOST_UNREADABLE} parts of the file cannot be read; it is not read further`,
        },
      };
      return;
    }
  }
}

async function* readAll(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Reading> {
  const resources = resourcesOfErrorFile(path);
  if (resources !== null) return yield* readErrorFile(path, resources, utf8Of(chunks));
  const source = utf8Of(chunks);
  const lead = await leadOf(source);
  if (lead === null) return yield { unreadable: emptiness(path) };
  if (isJson(lead)) yield* readJson(path, withoutLogs(after(lead, source)));
  else yield* readWholeYaml(path, after(lead, source));
}

/** An empty YAML file is one without documents; an empty file of JSON is what a collector leaves that failed. */
function emptiness(path: string): Unreadable {
  const unreadable: Unreadable = { path, reason: "the file is empty" };
  return /\.ya?ml$/i.test(path) ? { ...unreadable, foreign: true } : unreadable;
}

/** The first bytes that are no white space, with what stands before them: its lines count. Null: there are none. */
async function leadOf(source: AsyncIterator<Uint8Array>): Promise<Uint8Array[] | null> {
  const lead: Uint8Array[] = [];
  for (;;) {
    const next = await source.next();
    if (next.done) return null;
    if (next.value.length > 0) lead.push(next.value);
    if (next.value.some((byte) => byte > 32)) return lead;
  }
}

/** `{"` and `[` begin JSON; `{{` begins a template, `{a: b}` is YAML. */
function isJson(lead: Uint8Array[]): boolean {
  const last = lead.at(-1) ?? new Uint8Array();
  const start = last.findIndex((byte) => byte > 32);
  const next = last.subarray(start + 1).find((byte) => byte > 32);
  return last[start] === 91 || (last[start] === 123 && (next === undefined || next === 34 || next === 125));
}

async function* after(lead: Uint8Array[], source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* lead;
  yield* source;
}

async function* readWholeYaml(path: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Reading> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    parts.push(chunk);
    size += chunk.length;
    if (size > LONGEST_YAML) {
      const reason = `a YAML file of more than ${LONGEST_YAML / 1024 / 1024} MiB; export it as JSON`;
      return yield { unreadable: { path, reason } };
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  const text = decodeUtf8(whole);
  if (text === null) yield { unreadable: { path, reason: "it is not valid UTF-8, neither JSON nor YAML" } };
  else if (/^\s*Error from server \(/.test(text)) yield* readComplaints(path, text);
  else yield* readYaml(path, text);
}
