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
import { PART, type WorkerMessage, type WorkerTask } from "./worker-message.ts";

const { path, fileName, settings, ...times } = workerData as WorkerTask;
const say = (message: WorkerMessage, moved: ArrayBuffer[] = []) => parentPort?.postMessage(message, moved);
const SAY_EVERY = 500;

try {
  const snapshot = await readSnapshot(openSource(path, fileName, PORTAL_LIMITS), (read) => {
    if (read % SAY_EVERY === 0) say({ stage: "reading", done: read, of: 0 });
  });
  const of = snapshot.objects.length;
  say({ stage: "scanning", done: 0, of });
  const { results, podSecurity, ...report } = scan({ ...snapshot, ...times }, CHECKS, settings, { passes: false });
  say({ stage: "scanning", done: of, of });
  for (let at = 0; at < results.length; at += PART) await handOver({ results: results.slice(at, at + PART) });
  for (let at = 0; at < podSecurity.length; at += PART)
    await handOver({ podSecurity: podSecurity.slice(at, at + PART) });
  const redactedObjects = await packed(snapshot.objects);
  const { size: bytes } = await stat(path);
  say({ report, redactedObjects, sha256: await digestOf(path), bytes }, [redactedObjects.buffer]);
} catch (error) {
  if (!(error instanceof SourceRefused)) throw error;
  say({ refused: error.message });
}

/** Says it, and waits until it is taken over. */
function handOver(message: WorkerMessage): Promise<void> {
  return new Promise((done) => {
    parentPort?.once("message", () => done());
    say(message);
  });
}

/** One object a line, gzipped, without ever holding the whole text. */
async function packed(objects: readonly LocatedObject[]): Promise<Uint8Array<ArrayBuffer>> {
  const gzip = createGzip({ level: 3 });
  const texts = function* () {
    let text = "";
    for (const { object } of objects) {
      text += `${JSON.stringify(object)}\n`;
      if (text.length < 1 << 20) continue;
      yield text;
      text = "";
    }
    yield text;
  };
  // What fails before it makes reading it fail.
  pipeline(Readable.from(texts()), gzip, () => undefined);
  const parts: Buffer[] = [];
  for await (const part of gzip as AsyncIterable<Buffer>) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}
