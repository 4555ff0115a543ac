import { readFileSync } from "node:fs";
import { CHECKS } from "#lib/checks/registry.ts";
import { scan } from "#lib/checks/scan.ts";
import { readSnapshot } from "#lib/server/collect/read-snapshot.ts";

const OBJECTS = 20_000;

/** The shipped snapshot, repeated under other names until it has 20,000 objects, as kubectl prints it. */
function repeated(): Buffer {
  const { items } = JSON.parse(readFileSync("fixtures/demo/harbor-prod.json", "utf8")) as {
    items: { metadata: { name: string; uid?: string } }[];
  };
  const copies = Array.from({ length: OBJECTS }, (_, index) => {
    const item = items[index % items.length];
    const round = Math.floor(index / items.length);
    return round === 0
      ? item
      : { ...item, metadata: { ...item?.metadata, name: `${item?.metadata.name}-${round}`, uid: undefined } };
  });
  return Buffer.from(JSON.stringify({ apiVersion: "v1", kind: "List", items: copies }, null, 4));
}

async function* chunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20));
}

const bytes = repeated();
const megabytes = bytes.length / 1e6;
globalThis.gc?.();
const before = process.memoryUsage().rss;
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const started = performance.now();
const snapshot = await readSnapshot(
  (async function* () {
    yield { path: "snapshot.json", bytes: chunks(bytes) };
  })(),
);
const read = performance.now();
const report = scan(snapshot, CHECKS);
const done = performance.now();
peak = Math.max(peak, process.memoryUsage().rss);
clearInterval(watch);
const seconds = (done - started) / 1000;
console.log(
  `scan: ${(snapshot.objects.length / seconds).toFixed(0)} objects/s, ${(megabytes / seconds).toFixed(1)} MB/s (${snapshot.objects.length} objects, ${megabytes.toFixed(0)} MB, ${CHECKS.length} checks: read and redact ${((read - started) / 1000).toFixed(2)} s, evaluate ${((done - read) / 1000).toFixed(2)} s, ${report.results.length} results)`,
);
console.log(
  `scan: peak memory ${((peak - before) / 1e6).toFixed(0)} MB above the ${(before / 1e6).toFixed(0)} MB that hold the input`,
);
