import { check } from "../check.ts";
import { judgeResource } from "../reading/compute-resource.ts";

/**
 * Restricted field: resources.limits.cpu of every container, init containers included. Allowed: any amount above zero;
 * one for the whole pod or the default of a LimitRange stands in for it. Low, because the field is divided: nine tools
 * ask for it, and some platform teams leave it out on purpose.
 */
export const cpuLimitMissing = check({
  id: "cpu-limit-missing",
  title: "Container has no CPU limit",
  severity: "low",
  layer: "container",
  dimension: "scalability",
  concern: null,
  references: ["O22:K01", "NSA network"],
  why: "Without a limit one busy container takes all the CPU that others on the node have not reserved. Neighbours without proper requests become slow, and nobody can tell what the application needs, because it got more on an empty node than it will get on a full one. A stolen container mines coins at full speed.",
  seeByHand:
    "kubectl get pods -A -o custom-columns='NS:.metadata.namespace,POD:.metadata.name,LIMIT:.spec.containers[*].resources.limits.cpu'",
  fix: "Set requests that are right first: they protect neighbours most. Then set a limit well above the usual peak, where several teams share nodes or code of strangers runs. A limit that is too low throttles in every tenth of a second and shows as slow answers, so watch container_cpu_cfs_throttled. If you choose to do without limits on your own nodes, accept this by name.",
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
          resources: { requests: { cpu: 100m, memory: 128Mi } }
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
          resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { cpu: "1" } }
`,
  of: "container",
  roles: ["container", "init", "sidecar"],
  look: (container, index) => judgeResource(container, index, "limits", "cpu"),
});
