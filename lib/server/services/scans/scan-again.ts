import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ClusterId } from "#lib/contracts/inputs.ts";
import { scanInWorker } from "#lib/server/collect/scan-in-worker.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { findLatestSnapshot } from "#lib/server/db/snapshots.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { longVerb, notFound } from "../verb.ts";
import { storeScan } from "./store-scan.ts";

/**
 * Judges the newest snapshot of a cluster anew, by the checks and thresholds of today. Age is judged by when it was
 * taken, and its evidence is as old as the snapshot is. scan: null where there is no snapshot yet.
 */
export const scanAgain = longVerb(
  {
    name: "scans.scan-again",
    may: "snapshots.upload",
    input: ClusterId,
    writes: (input, output: { scan: string | null }) => ({ subject: input.cluster, details: { scan: output.scan } }),
  },
  async (inWork, input, audit) => {
    const { snapshot, settings } = await inWork(async (work) => {
      const cluster = await findCluster(work, input.cluster);
      if (!cluster) throw notFound();
      return { snapshot: await findLatestSnapshot(work, cluster.id), settings: cluster.scanSettings };
    });
    const report = snapshot && (await scanStored(snapshot, settings));
    return inWork(async (work, member) => {
      const output =
        snapshot && report
          ? await storeScan(work, member, {
              ...{ cluster: input.cluster, snapshot: snapshot.id, report, settings },
              at: now(),
              seenAt: snapshot.uploadedAt,
            })
          : { scan: null, cluster: input.cluster };
      await audit(work, member, output);
      return output;
    });
  },
);

async function scanStored(
  snapshot: { fileName: string; objects: Uint8Array; uploadedAt: Date; observedAt: Date | null },
  settings: Parameters<typeof scanInWorker>[1]["settings"],
) {
  const folder = await mkdtemp(join(tmpdir(), "chartroom-again-"));
  try {
    const path = join(folder, "objects.json.gz");
    await writeFile(path, snapshot.objects);
    const { report } = await scanInWorker(path, {
      fileName: snapshot.fileName,
      onProgress: () => undefined,
      settings,
      observedAt: snapshot.observedAt,
      receivedAt: snapshot.uploadedAt,
    });
    return report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
