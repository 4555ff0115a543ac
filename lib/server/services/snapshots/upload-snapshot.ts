import type { ActingMember } from "#lib/access/actor.ts";
import type { ScanSettings } from "#lib/checks/settings.ts";
import { UploadedFile } from "#lib/contracts/inputs.ts";
import { type ScannedFile, scanInWorker } from "#lib/server/collect/scan-in-worker.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { addSnapshot } from "#lib/server/db/snapshots.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { storeScan } from "../scans/store-scan.ts";
import { longVerb, notFound } from "../verb.ts";

export type UploadProgress = (stage: "reading" | "scanning" | "storing", done: number, of: number) => void;

/**
 * Reads, redacts and scans the file at `path` and stores snapshot and scan, or nothing at all. The file is the caller's to
 * remove. Throws a Refusal that names the document and line when a part of it cannot be read.
 */
export function uploadSnapshotWith(onProgress: UploadProgress, signal?: AbortSignal) {
  return longVerb(
    {
      name: "snapshots.upload-snapshot",
      may: "snapshots.upload",
      input: UploadedFile,
      writes: (input, output: { scan: string }) => ({
        subject: input.cluster,
        details: { scan: output.scan, fileName: input.fileName },
      }),
    },
    async (inWork, input, audit) => {
      const settings = await inWork(async (work) => {
        const cluster = await findCluster(work, input.cluster);
        if (!cluster) throw notFound();
        return cluster.scanSettings;
      });
      const receivedAt = now();
      const { fileName } = input;
      const file = await scanInWorker(input.path, { fileName, onProgress, signal, settings, receivedAt });
      onProgress("storing", 0, 1);
      return inWork(async (work, member) => {
        const output = await storeSnapshot(work, member, input, { file, settings, receivedAt });
        await audit(work, member, output);
        return output;
      });
    },
  );
}

export const uploadSnapshot = uploadSnapshotWith(() => undefined);

async function storeSnapshot(
  work: Work,
  member: ActingMember,
  input: { cluster: string; fileName: string },
  { file, settings, receivedAt }: { file: ScannedFile; settings: ScanSettings; receivedAt: Date },
): Promise<{ scan: string; cluster: string }> {
  const { report } = file;
  const snapshot = await addSnapshot(work, member.organizationId, {
    clusterId: input.cluster,
    fileName: input.fileName,
    sha256: file.sha256,
    bytes: file.bytes,
    kubernetesVersion: report.kubernetesVersion,
    counts: report.objects,
    objects: file.redactedObjects,
    uploadedBy: member.userId,
    uploadedAt: receivedAt,
    observedAt: toldBy(report, receivedAt),
  });
  const at = now();
  return storeScan(work, member, { cluster: input.cluster, snapshot, report, settings, at, seenAt: receivedAt });
}

/** When a snapshot was taken as it says itself; null: the checks judged by the time at which it came in. */
function toldBy({ observedAt }: ScannedFile["report"], receivedAt: Date): Date | null {
  if (observedAt === null || Date.parse(observedAt) === receivedAt.getTime()) return null;
  return new Date(observedAt);
}
