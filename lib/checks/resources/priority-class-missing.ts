import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { isMirrorPod } from "../reading/pod-template.ts";

/** Classes that the API server makes at its start. */
const BUILT_IN: ReadonlySet<string> = new Set(["system-cluster-critical", "system-node-critical"]);

/**
 * Restricted field: priorityClassName. Allowed: the name of a class (on a running cluster one that is there), or none
 * where a PriorityClass is the global default.
 */
export const priorityClassMissing = check({
  id: "priority-class-missing",
  title: "Pods have no priority",
  severity: "low",
  layer: "container",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "When nodes are full, all pods without a class are worth the same: the shop window waits in the queue behind a report that could run tomorrow. When a node runs out of memory, nothing tells the kubelet whom to spare.",
  seeByHand:
    "kubectl get pods -A -o custom-columns='NS:.metadata.namespace,POD:.metadata.name,CLASS:.spec.priorityClassName'; kubectl get priorityclasses",
  fix: "Define three or four classes (critical, ordinary, batch) and make the ordinary one the globalDefault; then name the others where they are meant. A higher class may push lower pods off a node: keep preemptionPolicy Never for classes that should only be first in the queue, and limit by quota who may use the highest.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      priorityClassName: business-critical
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  of: "workload",
  look: (workload, index) => {
    if (isMirrorPod(workload)) return NOT_APPLICABLE;
    const field = `${workload.podField}.priorityClassName`;
    const name = workload.pod.priorityClassName;
    const classes = index.ofKind("PriorityClass");
    if (typeof name === "string" && name !== "") {
      // A running cluster always has its own two classes; without them classes were not collected.
      const isKnown =
        BUILT_IN.has(name) || !index.live || classes.length === 0 || index.find("PriorityClass", "", name);
      return isKnown ? PASS : [{ field, message: `priority class "${name}" is not there, so no new pod is admitted` }];
    }
    if (classes.some(({ object }) => object.globalDefault === true)) return PASS;
    return [{ field, message: "it names no priority class, and none is the default" }];
  },
});
