import { type Exception, isExcepted } from "#lib/checks/exception.ts";
import type { CheckTally } from "#lib/checks/result.ts";
import { ScanQuery } from "#lib/contracts/inputs.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { failingResources } from "#lib/server/db/exceptions.ts";
import { findScan, pageOfResults, type ResultRow } from "#lib/server/db/scans.ts";
import { findSnapshot } from "#lib/server/db/snapshots.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { exceptionsInForce } from "../exceptions/exceptions-in-force.ts";
import { notFound, verb } from "../verb.ts";

const RESULTS_A_PAGE = 100;

/** A result, and who answers for it until when. */
export type ScanResult = ResultRow & { accepted: { owner: string; until: string } | null };

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
  /** Failing results that exceptions in force cover; they still fail. */
  acceptedTotal: number;
  podSecurity: { privileged: number; baseline: number; restricted: number };
  results: { rows: ScanResult[]; total: number; page: number; pages: number; size: number };
};

export const readScan = verb(
  { name: "scans.read-scan", may: "clusters.read", input: ScanQuery },
  async (work, input): Promise<ScanView> => {
    const [scan, cluster] = [await findScan(work, input.scan), await findCluster(work, input.cluster)];
    if (!scan || !cluster || scan.clusterId !== cluster.id) throw notFound();
    const snapshot = await findSnapshot(work, scan.snapshotId);
    if (!snapshot) throw notFound();
    const { rows, total } = await pageOfResults(work, scan.id, input, input.page, RESULTS_A_PAGE);
    const exceptions = await exceptionsInForce(work, cluster.id, now().toISOString());
    const covered = await failingResources(work, scan.id, [...new Set(exceptions.map(({ check }) => check))]);
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
      acceptedTotal: covered
        .filter(({ check, resource }) => exceptions.some((one) => isExcepted(one, check, resource)))
        .reduce((sum, { results }) => sum + results, 0),
      podSecurity: { privileged: level("privileged"), baseline: level("baseline"), restricted: level("restricted") },
      results: {
        rows: rows.map((row) => ({ ...row, accepted: acceptedBy(exceptions, row) })),
        total,
        page: input.page,
        pages: Math.max(1, Math.ceil(total / RESULTS_A_PAGE)),
        size: RESULTS_A_PAGE,
      },
    };
  },
);

/** Of several exceptions that cover a result, the one that ends last. */
function acceptedBy(exceptions: readonly Exception[], { outcome, check, resource }: ResultRow): ScanResult["accepted"] {
  if (outcome !== "fail") return null;
  const [last] = exceptions
    .filter((one) => isExcepted(one, check, resource))
    .toSorted((a, b) => (a.endsOn < b.endsOn ? 1 : -1));
  return last ? { owner: last.owner, until: last.endsOn } : null;
}
