import { NewCluster } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { addCluster, isClusterNameTaken } from "#lib/server/db/clusters.ts";
import { verb } from "../verb.ts";

export const createCluster = verb(
  {
    name: "clusters.create-cluster",
    may: "clusters.write",
    input: NewCluster,
    writes: (input, output: { cluster: string }) => ({ subject: output.cluster, details: { name: input.name } }),
  },
  async (work, input, member) => {
    if (await isClusterNameTaken(work, input.name)) throw clusterNameTaken(input.name);
    return { cluster: await addCluster(work, member.organizationId, input) };
  },
);

export function clusterNameTaken(name: string): Refusal {
  return new Refusal("conflict", `A cluster named ${name} exists already.`, {
    detail: "Nothing was stored.",
    fields: { name: "Choose a name that no other cluster has" },
  });
}
