import type { ScanSettings } from "#lib/checks/settings.ts";
import { ClusterId } from "#lib/contracts/inputs.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { listExceptions } from "#lib/server/db/exceptions.ts";
import { listScans } from "#lib/server/db/scans.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { type ExceptionLine, exceptionLines } from "../exceptions/exception-lines.ts";
import { notFound, verb } from "../verb.ts";

export type ClusterView = {
  id: string;
  name: string;
  distribution: string;
  criticality: number;
  dataSensitivity: number;
  scanSettings: ScanSettings;
  /** In force, or run out; each with how many results of the newest scan it matches. */
  exceptions: ExceptionLine[];
  scans: { id: string; at: string; fails: number; objects: number; kubernetesVersion: string; fileName: string }[];
};

export const readCluster = verb(
  { name: "clusters.read-cluster", may: "clusters.read", input: ClusterId },
  async (work, input): Promise<ClusterView> => {
    const cluster = await findCluster(work, input.cluster);
    if (!cluster) throw notFound();
    const scans = (await listScans(work, cluster.id)).map((scan) => ({
      id: scan.id,
      at: scan.at.toISOString(),
      fails: scan.failTotal,
      objects: scan.objectTotal,
      kubernetesVersion: scan.kubernetesVersion,
      fileName: scan.fileName,
    }));
    const { id, name, distribution, criticality, dataSensitivity, scanSettings } = cluster;
    const exceptions = (await listExceptions(work, id)).filter(({ endedAt }) => endedAt === null);
    const { lines } = await exceptionLines(work, exceptions, scans[0]?.id ?? null, now().toISOString());
    return { id, name, distribution, criticality, dataSensitivity, scanSettings, scans, exceptions: lines };
  },
);
