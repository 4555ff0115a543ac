import { check } from "../check.ts";
import { judgeResource } from "../reading/compute-resource.ts";

/**
 * Restricted field: resources.requests.cpu of every container, init containers included, for they are scheduled too.
 * Allowed: any amount above zero; one for the whole pod or the default of a LimitRange stands in for it.
 */
export const cpuRequestMissing = check({
  id: "cpu-request-missing",
  title: "Container requests no CPU",
  severity: "medium",
  layer: "container",
  dimension: "scalability",
  concern: null,
  references: ["O22:K01", "k8s app checklist"],
  why: "The scheduler places pods by what they ask for. One that asks for nothing is put on a node that is already full, and when CPU runs short it gets the least of all: it answers slowly, its probes time out, it restarts. An autoscaler that counts in percent of the request cannot count at all.",
  seeByHand: `kubectl get pods -A -o custom-columns='NS:.metadata.namespace,POD:.metadata.name,CPU:.spec.containers[*].resources.requests.cpu'`,
  fix: "Request what it uses on an ordinary busy day: kubectl top, the median of your metrics, or a VerticalPodAutoscaler in recommendation mode. Requests that are too high cost nodes, so look again after a month. A LimitRange with defaultRequest catches what is forgotten.",
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
          resources: { requests: { memory: 128Mi } }
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
  look: (container, index) => judgeResource(container, index, "requests", "cpu"),
});
