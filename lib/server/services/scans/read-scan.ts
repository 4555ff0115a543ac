import type { CheckTally } from "#lib/checks/result.ts";
import { ScanQuery } from "#lib/contracts/inputs.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { findScan, pageOfResults, type ResultRow } from "#lib/server/db/scans.ts";
import { findSnapshot } from "#lib/server/db/snapshots.ts";
import { notFound, verb } from "../verb.ts";

const RESULTS_A_PAGE = 100;

export type ScanView = {
  id: string;
  at: string;
  cluster: { id: string; name: string };
  snapshot: {
    fileName: string;
    sha256: string;
    bytes: number;
    kubernetesVersion: string;
    counts: Record<string, number>;
    objectTotal: number;
  };
  tallies: CheckTally[];
  failTotal: number;
  podSecurity: { privileged: number; baseline: number; restricted: number };
  results: { rows: ResultRow[]; total: number; page: number; pages: number; size: number };
};

export const readScan = verb(
  { name: "scans.read-scan", may: "clusters.read", input: ScanQuery },
  async (work, input): Promise<ScanView> => {
    const [scan, cluster] = [await findScan(work, input.scan), await findCluster(work, input.cluster)];
    if (!scan || !cluster || scan.clusterId !== cluster.id) throw notFound();
    const snapshot = await findSnapshot(work, scan.snapshotId);
    if (!snapshot) throw notFound();
    const { rows, total } = await pageOfResults(work, scan.id, input, input.page, RESULTS_A_PAGE);
    const level = (wanted: string) => scan.podSecurity.filter((pod) => pod.level === wanted).length;
    return {
      id: scan.id,
      at: scan.at.toISOString(),
      cluster: { id: cluster.id, name: cluster.name },
      snapshot: {
        fileName: snapshot.fileName,
        sha256: snapshot.sha256,
        bytes: snapshot.bytes,
        kubernetesVersion: snapshot.kubernetesVersion,
        counts: snapshot.counts,
        objectTotal: snapshot.objectTotal,
      },
      tallies: scan.tallies,
      failTotal: scan.failTotal,
      podSecurity: { privileged: level("privileged"), baseline: level("baseline"), restricted: level("restricted") },
      results: {
        rows,
        total,
        page: input.page,
        pages: Math.max(1, Math.ceil(total / RESULTS_A_PAGE)),
        size: RESULTS_A_PAGE,
      },
    };
  },
);
