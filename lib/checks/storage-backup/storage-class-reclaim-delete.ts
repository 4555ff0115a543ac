import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, NOT_APPLICABLE, notAssessable, PASS, type Verdict } from "../check.ts";
import { entriesOf, recordOf, recordsOf } from "../reading/entries.ts";
import { defaultStorageClasses } from "../reading/storage-class.ts";

/**
 * Judges each claim: the reclaim policy of its volume, else of its storage class (Delete unless set), the default class
 * where it names none. In manifests also the claims that a StatefulSet will make. Volumes made for one pod alone
 * (generic ephemeral ones) are meant to go.
 */
export const storageClassReclaimDelete = check({
  id: "storage-class-reclaim-delete",
  title: "Deleting a claim deletes its data",
  severity: "medium",
  layer: "cluster",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "With the policy Delete the disk goes with its claim. A wrong kubectl delete, a chart that is uninstalled, a namespace that is cleaned up: one command, and the data is gone from the cloud within seconds, with no bin to take it out of.",
  seeByHand:
    "kubectl get pv -o custom-columns=NAME:.metadata.name,POLICY:.spec.persistentVolumeReclaimPolicy,CLAIM:.spec.claimRef.name",
  fix: 'Make a storage class with reclaimPolicy: Retain for what matters, and set it on the volumes that exist: kubectl patch pv NAME -p \'{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}\'. Retained disks are paid for until somebody deletes them, so list the released ones each month. It is no backup.',
  before: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
reclaimPolicy: Delete
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: orders, namespace: shop }
spec: { storageClassName: fast, accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
`,
  after: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
reclaimPolicy: Retain
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: orders, namespace: shop }
spec: { storageClassName: fast, accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
`,
  of: "object",
  kinds: ["PersistentVolumeClaim", "StatefulSet"],
  look: ({ object }, index) => {
    if (object.kind === "PersistentVolumeClaim") {
      const isEphemeral = entriesOf(object.metadata.ownerReferences).some(({ entry }) => entry.kind === "Pod");
      return isEphemeral ? NOT_APPLICABLE : judgeClaim(recordOf(object.spec), "spec", index);
    }
    const templates = recordsOf(recordOf(object.spec).volumeClaimTemplates);
    if (index.live || templates.length === 0) return NOT_APPLICABLE;
    const verdicts = templates.map(({ entry, at }) =>
      judgeClaim(recordOf(entry.spec), `spec.volumeClaimTemplates[${at}].spec`, index),
    );
    const faults = verdicts.flatMap((verdict) => (Array.isArray(verdict) ? verdict : []));
    return faults.length > 0 ? faults : (verdicts.find((verdict) => !Array.isArray(verdict)) ?? PASS);
  },
});

function judgeClaim(claim: Record<string, unknown>, field: string, index: ClusterIndex): Verdict {
  const { volumeName, storageClassName } = claim;
  const volume = typeof volumeName === "string" ? index.find("PersistentVolume", "", volumeName) : undefined;
  if (volume) {
    // A volume that a person made by hand is kept unless that person said otherwise.
    const policy = recordOf(volume.object.spec).persistentVolumeReclaimPolicy ?? "Retain";
    if (policy !== "Delete") return PASS;
    return [
      {
        field: `${field}.volumeName`,
        message: `its volume "${volumeName}" is deleted with the claim (reclaim policy Delete)`,
      },
    ];
  }
  if (storageClassName === "")
    return notAssessable("the claim waits for a volume made by hand, which is not in the snapshot");
  const [fallback] = defaultStorageClasses(index);
  const storageClass =
    typeof storageClassName === "string" ? index.find("StorageClass", "", storageClassName) : fallback;
  if (!storageClass)
    return notAssessable(
      `the ${storageClassName ? `storage class "${storageClassName}"` : "default storage class"} is not in the snapshot`,
    );
  const policy = storageClass.object.reclaimPolicy ?? "Delete";
  if (policy !== "Delete") return PASS;
  const name = storageClass.object.metadata.name;
  return [
    {
      field: `${field}.storageClassName`,
      message: `storage class "${name}" deletes the volume with its claim (reclaim policy Delete)`,
    },
  ];
}
