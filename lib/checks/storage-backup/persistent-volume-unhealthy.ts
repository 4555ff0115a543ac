import { check, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

const WRONG: Readonly<Record<string, string>> = {
  Failed: "could not be deleted or recycled, so what it stands for is still there",
  Pending: "is not yet ready to be claimed",
};

/**
 * Restricted field: status.phase of a PersistentVolume, Failed and Pending. Released and Available are for
 * persistent-volume-released-orphan: one volume, one finding. A manifest has no phase.
 */
export const persistentVolumeUnhealthy = check({
  id: "persistent-volume-unhealthy",
  title: "Volume failed, or is not ready",
  severity: "medium",
  layer: "cluster",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "A failed volume still holds the data of whoever had it, outside of every namespace and mostly outside of every backup, and what stands behind it was not deleted as promised. For one that stays pending a claim waits, and with it a pod that does not start.",
  seeByHand: "kubectl get persistentvolumes | grep -v Bound",
  fix: "Ask the former owner named in spec.claimRef. Save the data or destroy it on purpose, then delete the volume and, with reclaim policy Retain, the disk behind it in the storage system too. For a failed one read status.message first: mostly the disk is still attached somewhere.",
  before: `apiVersion: v1
kind: PersistentVolume
metadata: { name: pvc-0001 }
spec: { capacity: { storage: 20Gi }, accessModes: [ReadWriteOnce], persistentVolumeReclaimPolicy: Retain }
status: { phase: Failed }
`,
  after: `apiVersion: v1
kind: PersistentVolume
metadata: { name: pvc-0001 }
spec: { capacity: { storage: 20Gi }, accessModes: [ReadWriteOnce], persistentVolumeReclaimPolicy: Retain }
status: { phase: Bound }
`,
  of: "object",
  kinds: ["PersistentVolume"],
  look: (located, index) => {
    const { phase, reason } = recordOf(located.object.status);
    if (typeof phase !== "string")
      return sayOnceOfKind(located, index, "the volumes have no status here: scan the running cluster");
    const what = Object.entries(WRONG).find(([name]) => name === phase)?.[1];
    if (what === undefined) return PASS;
    const because = typeof reason === "string" && reason !== "" ? ` (${reason})` : "";
    return [{ field: "status.phase", message: `the volume is ${phase}: it ${what}${because}` }];
  },
});
