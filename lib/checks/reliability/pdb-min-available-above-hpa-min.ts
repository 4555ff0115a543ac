import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { workloadsUnder } from "../reading/disruption-budget.ts";
import { recordOf } from "../reading/entries.ts";
import { countOf, parseIntOrPercent } from "../reading/int-or-percent.ts";
import { autoscalerOf, replicaFloor } from "../reading/replica-floor.ts";

/**
 * Compares spec.minAvailable with the least that autoscalers keep of the pods that the budget selects. Allowed: less
 * than that. Shares are rounded up, as the disruption controller does.
 */
export const pdbMinAvailableAboveHpaMin = check({
  id: "pdb-min-available-above-hpa-min",
  title: "Disruption budget asks for all that the autoscaler keeps",
  severity: "medium",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: null,
  references: [],
  why: "By day there are pods to spare, and maintenance works. At night the autoscaler goes down to its floor, the budget lets none of them go, and the upgrade that was planned for the quiet hours hangs on this node until somebody forces it.",
  seeByHand: "kubectl get pdb,hpa -A",
  fix: "Say maxUnavailable: 1 instead of minAvailable: it follows the number of pods, whatever the autoscaler makes of it. Or raise minReplicas above what the budget asks for, which costs a pod around the clock.",
  before: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { minAvailable: 3, selector: { matchLabels: { app: web } } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 3, maxReplicas: 10 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  after: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { minAvailable: 2, selector: { matchLabels: { app: web } } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, minReplicas: 3, maxReplicas: 10 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  of: "object",
  kinds: ["PodDisruptionBudget"],
  look: ({ object }, index) => {
    const { minAvailable } = recordOf(object.spec);
    const wanted = parseIntOrPercent(minAvailable);
    if (!wanted) return NOT_APPLICABLE;
    const workloads = workloadsUnder(object, index);
    const scaled = workloads.find((workload) => autoscalerOf(workload, index));
    const floors = workloads.map((workload) => replicaFloor(workload, index));
    if (!scaled || floors.some((floor) => floor === null)) return NOT_APPLICABLE;
    const least = floors.reduce<number>((sum, floor) => sum + (floor ?? 0), 0);
    if (least === 0) return NOT_APPLICABLE;
    if (countOf(wanted, least) < least) return PASS;
    const keeps = `the autoscaler of ${scaled.ref.kind} "${scaled.ref.name}" goes down to ${least}`;
    return [
      {
        field: "spec.minAvailable",
        message: `minAvailable is ${minAvailable}, and ${keeps}, so then none may be evicted`,
      },
    ];
  },
});
