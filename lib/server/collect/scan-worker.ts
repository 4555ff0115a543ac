import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";
import { createGzip } from "node:zlib";
import { CHECKS } from "#lib/checks/registry.ts";
import { scan } from "#lib/checks/scan.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { PORTAL_LIMITS, SourceRefused } from "./limits.ts";
import { openSource } from "./open-source.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { PART, type WorkerMessage } from "./worker-message.ts";

const { path, fileName } = workerData as { path: string; fileName: string };
const say = (message: WorkerMessage) => parentPort?.postMessage(message);
const SAY_EVERY = 500;

try {
  const snapshot = await readSnapshot(openSource(path, fileName, PORTAL_LIMITS), (read) => {
    if (read % SAY_EVERY === 0) say({ stage: "reading", done: read, of: 0 });
  });
  const of = snapshot.objects.length;
  say({ stage: "scanning", done: 0, of });
  const { results, podSecurity, ...report } = scan(snapshot, CHECKS);
  say({ stage: "scanning", done: of, of });
  // Passes are counted in the tallies; as results nobody reads them, and they are the most.
  const told = results.filter((result) => result.outcome !== "pass");
  for (let at = 0; at < told.length; at += PART) say({ results: told.slice(at, at + PART) });
  for (let at = 0; at < podSecurity.length; at += PART) say({ podSecurity: podSecurity.slice(at, at + PART) });
  const redactedObjects = await packed(snapshot.objects);
  say({ report, redactedObjects, sha256: await digestOf(path), bytes: (await stat(path)).size });
} catch (error) {
  if (!(error instanceof SourceRefused)) throw error;
  say({ refused: error.message });
}

/** One object a line, gzipped, without ever holding the whole text. */
async function packed(objects: readonly LocatedObject[]): Promise<Uint8Array> {
  const gzip = createGzip();
  const lines = function* () {
    for (const { object } of objects) yield `${JSON.stringify(object)}\n`;
  };
  // What fails before it makes reading it fail.
  pipeline(Readable.from(lines()), gzip, () => undefined);
  const parts: Buffer[] = [];
  for await (const part of gzip as AsyncIterable<Buffer>) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}
