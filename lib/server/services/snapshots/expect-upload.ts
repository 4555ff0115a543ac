import { ClusterId } from "#lib/contracts/inputs.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { notFound, verb } from "../verb.ts";

/** Whether a snapshot of this cluster would be taken from this person: asked before a byte of it is read. */
export const expectUpload = verb(
  { name: "snapshots.expect-upload", may: "snapshots.upload", input: ClusterId },
  async (work, input) => {
    if (!(await findCluster(work, input.cluster))) throw notFound();
    return { cluster: input.cluster };
  },
);
