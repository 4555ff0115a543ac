import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { check, type Fault, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { budgetsOf, workloadsUnder } from "../reading/disruption-budget.ts";
import { recordOf } from "../reading/entries.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { makerOfPods } from "../reading/pod-maker.ts";
import { selectsAnyPod } from "../reading/pods-selected.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { workloadsIn } from "../reading/service-selection.ts";

/**
 * Judges whether spec.selector matches the pods of some workload of the namespace, and whether those are selected by
 * one budget only.
 */
export const pdbSelectorNoMatchOrOverlap = check({
  id: "pdb-selector-no-match-or-overlap",
  title: "Disruption budget selects no pod, or pods of another budget",
  severity: "medium",
  layer: "cluster",
  dimension: "disaster-recovery",
  concern: null,
  references: [],
  why: "A budget without pods protects nothing: the next maintenance takes all replicas at once, although everybody saw the budget in the review. A pod with two budgets cannot be evicted at all, for the API answers with an error: the drain of its node never ends.",
  seeByHand: "kubectl get pdb -A; kubectl -n shop get pods --show-labels",
  fix: "Copy the labels of the pod template into the selector, and delete budgets that outlived their workload. Where two select the same pods, keep one; a chart often brings its own beside yours. Look at allowed disruptions afterwards: it must be above zero.",
  before: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web, namespace: shop }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: webshop } } }
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
spec: { maxUnavailable: 1, selector: { matchLabels: { app: web } } }
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
    const overlap = overlapOf(object, index);
    if (overlap.length > 0) return overlap;
    const namespace = namespaceOf(object);
    const { selector } = recordOf(object.spec);
    const { expectedPods } = recordOf(object.status);
    if (typeof expectedPods === "number" && expectedPods > 0) return PASS;
    if (workloadsUnder(object, index).length > 0) return PASS;
    // In policy/v1 an empty selector is every pod of the namespace, also those to come.
    const isEveryPod = object.apiVersion === "policy/v1" && isEmpty(selector);
    if (isEveryPod || selectsAnyPod(index, namespace, selector)) return isEveryPod ? NOT_APPLICABLE : PASS;
    if (workloadsIn(index, namespace).length === 0 && !isWholeCluster(index))
      return notAssessable(`the snapshot holds no pods of namespace "${namespace}"`);
    const maker = makerOfPods(index, namespace, (labels) => labelSelectorMatches(selector, labels));
    if (maker) return notAssessable(`${maker.kind} "${maker.metadata.name}" may make the pods that it selects`);
    return [{ field: "spec.selector", message: `it selects no pod in namespace "${namespace}"` }];
  },
});

function overlapOf(budget: KubernetesObject, index: ClusterIndex): Fault[] {
  for (const workload of workloadsUnder(budget, index)) {
    const other = budgetsOf(workload, index).find(({ object }) => object.metadata.name !== budget.metadata.name);
    if (!other) continue;
    const pods = `the pods of ${workload.ref.kind} "${workload.ref.name}"`;
    return [{ field: "spec.selector", message: `it selects ${pods}, and so does "${other.object.metadata.name}"` }];
  }
  return [];
}

function isEmpty(selector: unknown): boolean {
  const isRecord = typeof selector === "object" && selector !== null && !Array.isArray(selector);
  return isRecord && Object.values(selector).every((part) => Object.keys(Object(part)).length === 0);
}
