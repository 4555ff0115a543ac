import { randomUUID } from "node:crypto";
import type { ActingMember } from "#lib/access/actor.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { UploadedFile } from "#lib/contracts/inputs.ts";
import { observe } from "#lib/evidence/observe.ts";
import { exposureOf } from "#lib/scoring/exposure-of.ts";
import { type ScannedFile, scanInWorker } from "#lib/server/collect/scan-in-worker.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { addResults, addScan } from "#lib/server/db/scans.ts";
import { addSnapshot } from "#lib/server/db/snapshots.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { verifyInitiatives } from "../initiatives/verify-initiatives.ts";
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
      await inWork(async (work) => {
        if (!(await findCluster(work, input.cluster))) throw notFound();
      });
      const file = await scanInWorker(input.path, { fileName: input.fileName, onProgress, signal });
      onProgress("storing", 0, 1);
      return inWork(async (work, member) => {
        const output = await storeScan(work, member, input, file);
        await audit(work, member, output);
        return output;
      });
    },
  );
}

export const uploadSnapshot = uploadSnapshotWith(() => undefined);

async function storeScan(
  work: Work,
  member: ActingMember,
  input: { cluster: string; fileName: string },
  file: ScannedFile,
): Promise<{ scan: string; cluster: string }> {
  const at = now();
  const scan = randomUUID();
  const { report } = file;
  const fails = report.results.filter((result) => result.outcome === "fail");
  const snapshotId = await addSnapshot(work, member.organizationId, {
    clusterId: input.cluster,
    fileName: input.fileName,
    sha256: file.sha256,
    bytes: file.bytes,
    kubernetesVersion: report.kubernetesVersion,
    counts: report.objects,
    objects: file.redactedObjects,
    uploadedBy: member.userId,
  });
  await addScan(work, member.organizationId, scan, at, {
    clusterId: input.cluster,
    snapshotId,
    catalogVersion: CATALOG.version,
    tallies: report.tallies,
    evidence: observe(CATALOG, { scanId: scan, at: at.toISOString(), tallies: report.tallies, fails }),
    exposure: exposureOf(CATALOG, fails),
    podSecurity: report.podSecurity,
    failTotal: fails.length,
  });
  await addResults(
    work,
    member.organizationId,
    scan,
    report.results.filter((result) => result.outcome !== "pass"),
  );
  await verifyInitiatives(work, member, input.cluster, at);
  return { scan, cluster: input.cluster };
}
