import { isDeepStrictEqual } from "node:util";
import { type Exception, isExcepted } from "#lib/checks/exception.ts";
import type { CheckTally } from "#lib/checks/result.ts";
import { FIELD_DEFAULTS } from "#lib/checks/settings.ts";
import { ScanQuery } from "#lib/contracts/inputs.ts";
import { sayThresholds, type Threshold } from "#lib/presentation/sentences-of-thresholds.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { listExceptions } from "#lib/server/db/exceptions.ts";
import { findScan, pageOfResults, type ResultRow } from "#lib/server/db/scans.ts";
import { findSnapshot } from "#lib/server/db/snapshots.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { type ExceptionLine, exceptionLines } from "../exceptions/exception-lines.ts";
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
    /** When it was taken, where it says so itself; else its checks judged by when it was uploaded. ISO 8601. */
    takenAt: string | null;
    uploadedAt: string;
  };
  /** The thresholds that it judged by, and whether the cluster has others by now. */
  thresholds: Threshold[];
  thresholdsChanged: boolean;
  tallies: CheckTally[];
  failTotal: number;
  /** Failing results that exceptions in force cover; they still fail. */
  acceptedTotal: number;
  /** In force, or run out; each with how many results of this scan it matches. */
  exceptions: ExceptionLine[];
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
    const accepted = await exceptionLines(
      work,
      (await listExceptions(work, cluster.id)).filter(({ endedAt }) => endedAt === null),
      scan.id,
      now().toISOString(),
    );
    const thresholds = sayThresholds(scan.settings, FIELD_DEFAULTS);
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
        takenAt: snapshot.observedAt?.toISOString() ?? null,
        uploadedAt: snapshot.uploadedAt.toISOString(),
      },
      thresholds,
      thresholdsChanged: !isDeepStrictEqual(thresholds, sayThresholds(cluster.scanSettings, FIELD_DEFAULTS)),
      tallies: scan.tallies,
      failTotal: scan.failTotal,
      acceptedTotal: accepted.accepted,
      exceptions: accepted.lines,
      podSecurity: { privileged: level("privileged"), baseline: level("baseline"), restricted: level("restricted") },
      results: {
        rows: rows.map((row) => ({ ...row, accepted: acceptedBy(accepted.inForce, row) })),
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
