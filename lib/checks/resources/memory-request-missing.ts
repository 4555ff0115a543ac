import { check } from "../check.ts";
import { judgeResource } from "../reading/compute-resource.ts";

/**
 * Restricted field: resources.requests.memory of every container, init containers included, for they are scheduled too.
 * Allowed: any amount above zero; one for the whole pod or the default of a LimitRange stands in for it.
 */
export const memoryRequestMissing = check({
  id: "memory-request-missing",
  title: "Container requests no memory",
  severity: "medium",
  layer: "container",
  dimension: "scalability",
  concern: null,
  references: ["O22:K01"],
  why: "Memory cannot be shared out again once it is taken. A pod that asks for none is placed on a node without room, and when the node runs short it is the first to be evicted or killed, in the middle of whatever it does.",
  seeByHand: `kubectl get pods -A -o custom-columns='NS:.metadata.namespace,POD:.metadata.name,MEMORY:.spec.containers[*].resources.requests.memory'`,
  fix: "Request what it really holds under load, with some room. For what must not be evicted set the request as high as the limit. A LimitRange with defaultRequest catches what is forgotten.",
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
          resources: { requests: { cpu: 100m } }
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
          resources: { requests: { cpu: 100m, memory: 128Mi } }
`,
  of: "container",
  roles: ["container", "init", "sidecar"],
  look: (container, index) => judgeResource(container, index, "requests", "memory"),
});
