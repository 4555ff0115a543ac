import { ChangedCluster } from "#lib/contracts/inputs.ts";
import { isClusterNameTaken, changeCluster as storeCluster } from "#lib/server/db/clusters.ts";
import { notFound, verb } from "../verb.ts";
import { clusterNameTaken } from "./create-cluster.ts";

export const changeCluster = verb(
  {
    name: "clusters.change-cluster",
    may: "clusters.write",
    input: ChangedCluster,
    writes: (input) => ({
      subject: input.cluster,
      details: { criticality: input.criticality, dataSensitivity: input.dataSensitivity },
    }),
  },
  async (work, { cluster, ...fields }) => {
    if (await isClusterNameTaken(work, fields.name, cluster)) throw clusterNameTaken(fields.name);
    if (!(await storeCluster(work, cluster, fields))) throw notFound();
    return { cluster };
  },
);
