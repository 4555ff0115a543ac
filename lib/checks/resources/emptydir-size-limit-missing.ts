import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Volume, Workload } from "#lib/kubernetes/pod.ts";
import { check, NOT_APPLICABLE } from "../check.ts";
import { defaultOf, isAmount } from "../reading/compute-resource.ts";
import { entriesOf, recordOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isMirrorPod } from "../reading/pod-template.ts";
import { parseQuantity } from "../reading/quantity.ts";

/**
 * Restricted field: volumes[*].emptyDir.sizeLimit. Allowed: an amount above zero (zero is no limit to Kubernetes); or a
 * limit that bounds it as well: for ephemeral-storage on any container, as the kubelet evicts the pod by their sum, and
 * for volumes in memory a memory limit on every container.
 */
export const emptydirSizeLimitMissing = check({
  id: "emptydir-size-limit-missing",
  title: "Scratch volume has no size limit",
  severity: "low",
  layer: "container",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "An emptyDir is the disk of the node, or with medium Memory its memory. Without a limit a cache that nobody empties takes all of it, and pods are evicted that have nothing to do with it. In memory it counts as use of the container, which is then killed for files and not for its work.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.volumes[]? | select(.emptyDir != null and .emptyDir.sizeLimit == null) | $pod + " " + .name'`,
  fix: "Set emptyDir.sizeLimit to what the application really keeps there, with room. A pod that goes beyond it is evicted, so let the application clean up before. A limit for ephemeral-storage on its containers, or for memory where the volume lies in memory, bounds it as well.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          volumeMounts: [{ name: cache, mountPath: /cache }]
      volumes: [{ name: cache, emptyDir: {} }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          volumeMounts: [{ name: cache, mountPath: /cache }]
      volumes: [{ name: cache, emptyDir: { sizeLimit: 500Mi } }]
`,
  of: "workload",
  look: (workload, index) => {
    if (isMirrorPod(workload)) return NOT_APPLICABLE;
    const volumes = entriesOf(workload.pod.volumes).filter(({ entry }) => isEmptyDir(entry));
    if (volumes.length === 0) return NOT_APPLICABLE;
    return volumes.flatMap(({ entry, at }) => {
      const { sizeLimit, medium } = recordOf(entry.emptyDir);
      if ((parseQuantity(sizeLimit) ?? 0) > 0 || isBounded(workload, index, medium === "Memory")) return [];
      const lies = medium === "Memory" ? "the memory" : "the disk";
      const field = `${workload.podField}.volumes[${at}].emptyDir.sizeLimit`;
      return [{ field, message: `${nameInWords("volume", entry.name)} may fill ${lies} of the node` }];
    });
  },
});

/** A volume without any source is an emptyDir too. */
function isEmptyDir(volume: Volume): boolean {
  const sources = Object.entries(volume).filter(
    ([key, value]) => key !== "name" && value !== undefined && value !== null,
  );
  return sources.length === 0 || (volume.emptyDir !== undefined && volume.emptyDir !== null);
}

function isBounded(workload: Workload, index: ClusterIndex, isInMemory: boolean): boolean {
  const resource = isInMemory ? "memory" : "ephemeral-storage";
  if (isAmount(defaultOf(workload, index, "limits", resource))) return true;
  if (isAmount(recordOf(recordOf(workload.pod.resources).limits)[resource])) return true;
  const running = containersOf(workload).filter(({ role }) => role === "container" || role === "sidecar");
  const limits = running.map(({ container }) => recordOf(recordOf(container.resources).limits)[resource]);
  return isInMemory ? limits.length > 0 && limits.every(isAmount) : limits.some(isAmount);
}
