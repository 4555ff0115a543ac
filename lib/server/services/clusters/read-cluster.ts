import type { ScanSettings } from "#lib/checks/settings.ts";
import { ClusterId } from "#lib/contracts/inputs.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { listScans } from "#lib/server/db/scans.ts";
import { notFound, verb } from "../verb.ts";

export type ClusterView = {
  id: string;
  name: string;
  distribution: string;
  criticality: number;
  dataSensitivity: number;
  scanSettings: ScanSettings;
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
    return { id, name, distribution, criticality, dataSensitivity, scanSettings, scans };
  },
);
