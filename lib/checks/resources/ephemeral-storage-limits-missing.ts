import { check } from "../check.ts";
import { judgeResource } from "../reading/compute-resource.ts";

/**
 * Restricted field: resources.limits.ephemeral-storage of every container. Allowed: any amount above zero, or the
 * default of a LimitRange. The request may be smaller or missing (it is then the limit): disk is shared by design, and
 * what matters is that nobody takes all of it.
 */
export const ephemeralStorageLimitsMissing = check({
  id: "ephemeral-storage-limits-missing",
  title: "Container may fill the disk of its node",
  severity: "low",
  layer: "container",
  dimension: "storage-backup",
  concern: null,
  references: [],
  why: "Logs, temporary files and emptyDir volumes lie on the disk of the node. A container that writes without end fills it; then the kubelet evicts pods until there is room, and those that have done nothing go too. Images can no longer be pulled, and the node is of no use until somebody cleans it.",
  seeByHand:
    "kubectl get pods -A -o custom-columns='NS:.metadata.namespace,POD:.metadata.name,LIMIT:.spec.containers[*].resources.limits.ephemeral-storage'",
  fix: "Set requests and limits for ephemeral-storage; what it uses stands in the kubelet's summary (ephemeral-storage of each pod). A pod beyond its limit is evicted, so leave room for a burst of logs. Let data that should stay go to a volume. A LimitRange with a default catches what is forgotten.",
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
          resources: { limits: { memory: 256Mi } }
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
          resources: { limits: { memory: 256Mi, ephemeral-storage: 1Gi } }
`,
  of: "container",
  roles: ["container", "init", "sidecar"],
  look: (container, index) => judgeResource(container, index, "limits", "ephemeral-storage"),
});
