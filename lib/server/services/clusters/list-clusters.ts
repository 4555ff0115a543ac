import { Nothing } from "#lib/contracts/inputs.ts";
import { listClusters as loadClusters } from "#lib/server/db/clusters.ts";
import { listScans } from "#lib/server/db/scans.ts";
import { verb } from "../verb.ts";

export type ClusterLine = {
  id: string;
  name: string;
  distribution: string;
  criticality: number;
  dataSensitivity: number;
  lastScan: { id: string; at: string; fails: number; objects: number; kubernetesVersion: string } | null;
};

export const listClusters = verb(
  { name: "clusters.list-clusters", may: "clusters.read", input: Nothing },
  async (work): Promise<ClusterLine[]> => {
    const scans = await listScans(work);
    return (await loadClusters(work)).map((cluster) => {
      const last = scans.find((scan) => scan.clusterId === cluster.id);
      return {
        id: cluster.id,
        name: cluster.name,
        distribution: cluster.distribution,
        criticality: cluster.criticality,
        dataSensitivity: cluster.dataSensitivity,
        lastScan: last
          ? {
              id: last.id,
              at: last.at.toISOString(),
              fails: last.failTotal,
              objects: last.objectTotal,
              kubernetesVersion: last.kubernetesVersion,
            }
          : null,
      };
    });
  },
);
