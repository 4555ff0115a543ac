import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CHECKS } from "#lib/checks/registry.ts";
import { scan } from "#lib/checks/scan.ts";
import { readObjects } from "#lib/kubernetes/read-objects.ts";
import { redactObject } from "#lib/kubernetes/redact-object.ts";
import { COMMAND_LIMITS } from "./limits.ts";
import { openSource } from "./open-source.ts";
import { readSnapshot, type Snapshot } from "./read-snapshot.ts";

const CORPORA = process.env.CHARTROOM_CORPORA ?? "../shared/corpora";
const DEMO = ["fixtures/demo/harbor-prod.json", "fixtures/demo/harbor-staging.json"];
const REAL = ["snapshot-k3s-troubleshoot", "realworld-manifests", "vulnerable-by-design", "polaris-checks"];

/** Everything that the files hold, with nothing left out and nothing shared. */
async function readWhole(path: string): Promise<Snapshot> {
  const snapshot: Snapshot = { objects: [], unreadable: [], newestTime: null };
  for await (const file of openSource(path, path, COMMAND_LIMITS)) {
    if (!("bytes" in file)) continue;
    for await (const reading of readObjects(file.path, file.bytes))
      if ("object" in reading)
        snapshot.objects.push({ ...reading.object, object: redactObject(reading.object.object) });
  }
  return snapshot;
}

async function compare(path: string): Promise<number> {
  const whole = scan(await readWhole(path), CHECKS);
  const {
    kubernetesVersion: _,
    unreadable: __,
    ...snapshot
  } = await readSnapshot(openSource(path, path, COMMAND_LIMITS));
  const read = scan({ ...snapshot, unreadable: [] }, CHECKS);
  expect(read).toEqual(whole);
  return read.results.length;
}

test.each(DEMO)("%s says the same as if nothing had been left out", async (path) => {
  expect(await compare(path)).toBeGreaterThan(1_000);
});

test.skipIf(!existsSync(CORPORA))("real snapshots too (skipped where the corpora are absent)", async () => {
  let results = 0;
  const folders = REAL.flatMap((name) => {
    const folder = join(CORPORA, name);
    return name.startsWith("snapshot") ? [folder] : readdirSync(folder).map((each) => join(folder, each));
  });
  for (const folder of folders) results += await compare(folder);
  console.log(`same results: ${folders.length} sources, ${results} results`);
  expect(results).toBeGreaterThan(10_000);
});
