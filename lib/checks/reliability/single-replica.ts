import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { autoscalerOf, isReplicated } from "../reading/replica-floor.ts";

/**
 * Restricted field: spec.replicas of what has replicas (1 unless set), or the floor of the autoscaler that owns the
 * number. Allowed: as many as the cluster's settings ask for, 2 unless it asks for more. What is scaled to nothing is switched off and not judged.
 */
export const singleReplica = check({
  id: "single-replica",
  title: "Workload runs as a single replica",
  severity: "medium",
  layer: "container",
  dimension: "architecture",
  concern: null,
  references: [],
  why: "One pod means an outage whenever its node is patched, its zone fails, its image is updated badly or it is evicted. Nodes come and go all the time; that is the ordinary case, not the accident.",
  seeByHand:
    "kubectl get deploy,statefulset -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,REPLICAS:.spec.replicas",
  fix: "Run two or more, spread over nodes and zones, with a disruption budget. The application has to bear it first: no sessions or files in the pod, jobs that run once taken out or led by an election. A controller that elects a leader gains a faster takeover from its second replica.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 1
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  of: "workload",
  look: (workload, index, { minReplicas }) => {
    if (!isReplicated(workload)) return NOT_APPLICABLE;
    const autoscaler = autoscalerOf(workload, index);
    if (autoscaler) {
      if (autoscaler.min >= minReplicas) return PASS;
      const { kind, metadata } = autoscaler.object.object;
      return [
        {
          field: "spec.replicas",
          message: `${kind} "${metadata.name}" lets it run with ${autoscaler.min} replica${autoscaler.min === 1 ? "" : "s"}`,
        },
      ];
    }
    if (workload.replicas === null || workload.replicas === 0) return NOT_APPLICABLE;
    if (workload.replicas >= minReplicas) return PASS;
    const message =
      workload.replicas === 1
        ? "it runs as a single replica"
        : `it runs ${workload.replicas} of at least ${minReplicas} replicas`;
    return [{ field: "spec.replicas", message }];
  },
});
