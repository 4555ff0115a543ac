import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { parentPort, workerData } from "node:worker_threads";
import { gzip } from "node:zlib";
import { CHECKS } from "#lib/checks/registry.ts";
import { scan } from "#lib/checks/scan.ts";
import { PORTAL_LIMITS, SourceRefused } from "./limits.ts";
import { openSource } from "./open-source.ts";
import { readSnapshot } from "./read-snapshot.ts";
import type { ScannedFile, WorkerMessage } from "./scan-in-worker.ts";

const { path, fileName } = workerData as { path: string; fileName: string };
const say = (message: WorkerMessage) => parentPort?.postMessage(message);

try {
  const bytes = (await stat(path)).size;
  const sha256 = await digestOf(path);
  let said = 0;
  const snapshot = await readSnapshot(openSource(path, fileName, PORTAL_LIMITS), (read) => {
    if (read - said >= 500) {
      said = read;
      say({ stage: "reading", done: read, of: 0 });
    }
  });
  say({ stage: "scanning", done: 0, of: snapshot.objects.length });
  const report = scan(snapshot, CHECKS);
  say({ stage: "scanning", done: snapshot.objects.length, of: snapshot.objects.length });
  const lines = snapshot.objects.map(({ object }) => JSON.stringify(object)).join("\n");
  const redactedObjects = await promisify(gzip)(Buffer.from(lines));
  const file: Omit<ScannedFile, "redactedObjects"> = { report, sha256, bytes };
  say({ file, redactedObjects: new Uint8Array(redactedObjects) });
} catch (error) {
  if (!(error instanceof SourceRefused)) throw error;
  say({ refused: error.message });
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}
