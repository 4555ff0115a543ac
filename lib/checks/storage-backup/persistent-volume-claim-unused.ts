import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { isClaimUsed } from "../reading/claim-users.ts";
import { recordOf } from "../reading/entries.ts";
import { namespaceOf, objectsIn } from "../reading/namespaced.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

/**
 * Judges whether some pod, or the template of some workload, mounts a bound PersistentVolumeClaim. What an operator owns
 * (a virtual machine that is switched off, a database) is the operator's to tidy up.
 */
export const persistentVolumeClaimUnused = check({
  id: "persistent-volume-claim-unused",
  title: "Claim is bound and no pod uses it",
  severity: "low",
  layer: "cluster",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "The disk behind it is paid for and holds data that no application reads. StatefulSets leave such claims behind when they shrink or go. Nobody notices a leak of old data there, and nobody knows whether deleting it is safe.",
  seeByHand: "kubectl get pvc -A; kubectl -n shop describe pvc orders | grep 'Used By'",
  fix: "Find who made it (labels, name, age), keep a snapshot for a while, then delete the claim; with the reclaim policy Delete the disk goes with it at once. For StatefulSets set persistentVolumeClaimRetentionPolicy where the data of removed replicas is worthless, and leave it at Retain where it is not.",
  before: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: orders, namespace: shop }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } }, volumeName: pvc-0001 }
status: { phase: Bound }
`,
  after: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: orders, namespace: shop }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } }, volumeName: pvc-0001 }
status: { phase: Bound }
---
apiVersion: v1
kind: Pod
metadata: { name: orders, namespace: shop }
spec:
  containers: [{ name: orders, image: "registry.example/shop/orders:2.0.1", volumeMounts: [{ name: data, mountPath: /data }] }]
  volumes: [{ name: data, persistentVolumeClaim: { claimName: orders } }]
`,
  of: "object",
  kinds: ["PersistentVolumeClaim"],
  look: (located, index) => {
    const { object } = located;
    const { phase } = recordOf(object.status);
    if (typeof phase !== "string")
      return sayOnceOfKind(located, index, "the claims have no status here: scan the running cluster");
    if (phase !== "Bound" || object.metadata.deletionTimestamp !== undefined || isOperators(object))
      return NOT_APPLICABLE;
    if (isClaimUsed(object, index)) return PASS;
    const showsPods = isWholeCluster(index) || (index.live && objectsIn(index, "Pod", namespaceOf(object)).length > 0);
    if (!showsPods) return sayOnceOfKind(located, index, "the snapshot does not hold the pods that may use the claims");
    const { storage } = recordOf(recordOf(object.status).capacity);
    const size = typeof storage === "string" ? ` (${storage})` : "";
    return [{ field: "status.phase", message: `no pod mounts the claim${size}, and no workload would` }];
  },
});

/** Pods and StatefulSets own claims without looking after them. */
function isOperators({ metadata }: KubernetesObject): boolean {
  const owners = Array.isArray(metadata.ownerReferences) ? metadata.ownerReferences : [];
  return owners.some((owner) => owner?.kind !== "Pod" && owner?.kind !== "StatefulSet");
}
