import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

/**
 * Judges status.phase of a PersistentVolume: Released volumes lost their claim and Available ones have none. Disks of a
 * node that wait in a pool for a claim (local, hostPath) are meant to be available.
 */
export const persistentVolumeReleasedOrphan = check({
  id: "persistent-volume-released-orphan",
  title: "Volume belongs to nobody any more",
  severity: "low",
  layer: "cluster",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "The claim is gone and the disk is still there: it costs money every month, and it holds whatever the application wrote, with nobody in charge of deleting it. Customer data that must be erased after a time is found on such disks.",
  seeByHand: "kubectl get pv --sort-by=.status.phase",
  fix: "Ask the team of the last claim. If the data is wanted, take a snapshot, or clear spec.claimRef and bind it again; if not, delete the volume and then the disk at the provider, for with Retain the disk outlives the object. Agree who looks at released volumes each month; do not switch to Delete for that, since it would delete the next ones unasked.",
  before: `apiVersion: v1
kind: PersistentVolume
metadata: { name: pvc-0001 }
spec:
  capacity: { storage: 20Gi }
  accessModes: [ReadWriteOnce]
  persistentVolumeReclaimPolicy: Retain
  claimRef: { kind: PersistentVolumeClaim, namespace: shop, name: orders }
  csi: { driver: ebs.csi.aws.com, volumeHandle: vol-1 }
status: { phase: Released }
`,
  after: `apiVersion: v1
kind: PersistentVolume
metadata: { name: pvc-0001 }
spec:
  capacity: { storage: 20Gi }
  accessModes: [ReadWriteOnce]
  persistentVolumeReclaimPolicy: Retain
  claimRef: { kind: PersistentVolumeClaim, namespace: shop, name: orders }
  csi: { driver: ebs.csi.aws.com, volumeHandle: vol-1 }
status: { phase: Bound }
`,
  of: "object",
  kinds: ["PersistentVolume"],
  look: (located, index) => {
    const { object } = located;
    const { phase } = recordOf(object.status);
    if (typeof phase !== "string")
      return sayOnceOfKind(located, index, "the volumes have no status here: scan the running cluster");
    if (object.metadata.deletionTimestamp !== undefined) return NOT_APPLICABLE;
    const { local, hostPath } = recordOf(object.spec);
    if (phase === "Available" && (local !== undefined || hostPath !== undefined)) return NOT_APPLICABLE;
    return phase === "Released" || phase === "Available" ? [faultOf(object, phase)] : PASS;
  },
});

function faultOf({ spec }: KubernetesObject, phase: string): Fault {
  const { namespace, name } = recordOf(recordOf(spec).claimRef);
  const { storage } = recordOf(recordOf(spec).capacity);
  const size = typeof storage === "string" ? `${storage} ` : "";
  const claim = typeof name === "string" && typeof namespace === "string" ? ` of claim ${namespace}/${name}` : "";
  const message =
    phase === "Released" ? `it keeps ${size}of data${claim}, which is gone` : `no claim is bound to its ${size}of room`;
  return { field: "status.phase", message: message.replace("  ", " ") };
}
