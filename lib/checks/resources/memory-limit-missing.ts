import { check } from "../check.ts";
import { judgeResource } from "../reading/compute-resource.ts";

/**
 * Restricted field: resources.limits.memory of every container, init containers included, for they are scheduled too.
 * Allowed: any amount above zero; one for the whole pod or the default of a LimitRange stands in for it.
 */
export const memoryLimitMissing = check({
  id: "memory-limit-missing",
  title: "Container has no memory limit",
  severity: "medium",
  layer: "container",
  dimension: "scalability",
  concern: null,
  references: ["O22:K01", "NSA network"],
  why: "Without a limit one leak, or one request made to be expensive, takes all the memory of the node. Then the kernel kills whatever it likes, often the neighbour, and a whole node of workloads moves and takes the next node down.",
  seeByHand: `kubectl get pods -A -o custom-columns='NS:.metadata.namespace,POD:.metadata.name,LIMIT:.spec.containers[*].resources.limits.memory'`,
  fix: "Set a limit above the peak that you have seen, and tell the runtime about it (heap size of the JVM, GOMEMLIMIT). Too low, and the container is killed at its limit: watch for OOMKilled after the change. A LimitRange with a default catches what is forgotten.",
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
          resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { memory: 256Mi } }
`,
  of: "container",
  roles: ["container", "init", "sidecar"],
  look: (container, index) => judgeResource(container, index, "limits", "memory"),
});
