import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { budgetsOf } from "../reading/disruption-budget.ts";
import { podLabelsField } from "../reading/pod-template.ts";
import { isReplicated, isSingleOnPurpose } from "../reading/replica-floor.ts";

/**
 * Judges that a PodDisruptionBudget selects the pods of what has replicas. A workload that its manifest sets to one
 * replica is not judged: a budget could only block the drain. DaemonSets and jobs are not drained.
 */
export const pdbMissing = check({
  id: "pdb-missing",
  title: "Workload has no disruption budget",
  severity: "low",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: null,
  references: [],
  why: "When nodes are drained, for a patch or by the autoscaler, Kubernetes evicts pods as fast as it can. Without a budget it may take every replica of this workload at the same moment, on a quiet Tuesday, by plan.",
  seeByHand: "kubectl get pdb -A",
  fix: "Add a PodDisruptionBudget with maxUnavailable: 1, or 25% for large ones, selecting the pods by the labels of their template. Keep room for at least one eviction, or drains hang for ever.",
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
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
`,
  of: "workload",
  look: (workload, index) => {
    if (!isReplicated(workload)) return NOT_APPLICABLE;
    if (budgetsOf(workload, index).length > 0) return PASS;
    if (isSingleOnPurpose(workload, index)) return NOT_APPLICABLE;
    return [{ field: podLabelsField(workload), message: "no PodDisruptionBudget selects its pods" }];
  },
});
