import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { isSystemNamespace, namespaceOf } from "../reading/namespaced.ts";
import { autoscalerOf, isReplicated } from "../reading/replica-floor.ts";
import { servicesBefore } from "../reading/service-selection.ts";

/**
 * Judges what can be scaled: stateless workloads that run several replicas or stand behind a Service. An autoscaler (of
 * Kubernetes or KEDA) targets them. StatefulSets scale on purpose and not by load; a lone controller does not scale.
 */
export const hpaMissing = check({
  id: "hpa-missing",
  title: "Scalable workload has no autoscaler",
  severity: "low",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "A fixed number of replicas is too small on the day that counts and too large on all others. When load rises at night, somebody has to notice, sign in and type; until then users wait.",
  seeByHand: "kubectl get hpa -A; kubectl get deploy -A",
  fix: "Add a HorizontalPodAutoscaler on CPU or, better, on what users wait for (requests, queue length), with a floor that survives a lost zone and a ceiling that the database behind bears. It needs CPU requests and a metrics API. Take spec.replicas out of the manifest, or every deployment resets the number.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: 3
  maxReplicas: 12
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]
`,
  of: "workload",
  look: (workload, index) => {
    if (!isReplicated(workload) || workload.ref.kind === "StatefulSet") return NOT_APPLICABLE;
    if (isSystemNamespace(namespaceOf(workload)) || workload.replicas === 0) return NOT_APPLICABLE;
    if (autoscalerOf(workload, index)) return PASS;
    const replicas = workload.replicas ?? 1;
    if (replicas < 2 && servicesBefore(workload, index).length === 0) return NOT_APPLICABLE;
    return [
      {
        field: "spec.replicas",
        message: `no autoscaler targets it, so it stays at ${replicas} replica${replicas === 1 ? "" : "s"} whatever the load`,
      },
    ];
  },
});
