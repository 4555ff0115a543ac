import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, PASS } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

/**
 * Restricted field: status.phase of a PersistentVolumeClaim. Allowed: Bound, and Pending as long as its storage class
 * waits for a first pod and there is none. A manifest has no phase and is not judged.
 */
export const persistentVolumeClaimUnhealthy = check({
  id: "persistent-volume-claim-unhealthy",
  title: "Claim has no volume",
  severity: "high",
  layer: "cluster",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "A pod that uses this claim cannot start; and when the claim has lost its volume, the data that it had is out of reach and perhaps gone. Behind a claim that waits is often a storage system that is full, a zone without disks or a class that nobody installed, so the next claim will wait as well.",
  seeByHand: "kubectl get pvc -A | grep -v Bound; kubectl -n shop describe pvc orders",
  fix: "The events of the claim say why it waits: no such storage class, no capacity, no zone that fits, an access mode that the driver cannot do. For a lost one look for the volume behind it in the storage system before you delete anything: the disk is often still there and can be bound by hand.",
  before: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: orders, namespace: shop }
spec: { accessModes: [ReadWriteOnce], storageClassName: fast, resources: { requests: { storage: 20Gi } } }
status: { phase: Pending }
`,
  after: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: orders, namespace: shop }
spec: { accessModes: [ReadWriteOnce], storageClassName: fast, resources: { requests: { storage: 20Gi } } }
status: { phase: Bound }
`,
  of: "object",
  kinds: ["PersistentVolumeClaim"],
  look: (located, index) => {
    const { object } = located;
    const { phase } = recordOf(object.status);
    if (typeof phase !== "string")
      return sayOnceOfKind(located, index, "the claims have no status here: scan the running cluster");
    if (phase === "Bound" || (phase === "Pending" && waitsForFirstPod(object, index))) return PASS;
    const { storageClassName, volumeName } = recordOf(object.spec);
    const which = typeof storageClassName === "string" ? ` of class "${storageClassName}"` : "";
    const message =
      phase === "Lost"
        ? `the claim has lost ${nameInWords("volume", volumeName)}`
        : `the claim${which} is ${phase} and has no volume`;
    return [{ field: "status.phase", message }];
  },
});

function waitsForFirstPod(claim: KubernetesObject, index: ClusterIndex): boolean {
  const { storageClassName } = recordOf(claim.spec);
  const storageClass =
    typeof storageClassName === "string" ? index.find("StorageClass", "", storageClassName)?.object : undefined;
  const waits = recordOf(storageClass).volumeBindingMode === "WaitForFirstConsumer";
  return waits && !claimsInUse(index, "pods").has(`${namespaceOf(claim)}/${claim.metadata.name}`);
}

/** Claims, by "namespace/name", that a pod of the snapshot mounts. */
const claimsInUse = oncePerIndex(
  (index: ClusterIndex, _: "pods"): ReadonlySet<string> =>
    new Set(
      index.ofKind("Pod").flatMap(({ object }) =>
        recordsOf(recordOf(object.spec).volumes)
          .map(({ entry }) => recordOf(entry.persistentVolumeClaim).claimName)
          .filter((name) => typeof name === "string")
          .map((name) => `${namespaceOf(object)}/${name}`),
      ),
    ),
);
