import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { recordOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { labelsOf, podLabelsOf } from "./pod-template.ts";
import { workloadsThatMayCarry } from "./service-selection.ts";

/** True when the budget selects pods with these labels. In policy/v1beta1 an empty selector selects nothing. */
function selects(budget: KubernetesObject, labels: Record<string, string>): boolean {
  const { selector } = recordOf(budget.spec);
  if (budget.apiVersion === "policy/v1beta1" && Object.keys(recordOf(selector)).length === 0) return false;
  return labelSelectorMatches(selector, labels);
}

/** The PodDisruptionBudgets that protect the pods of a workload. */
export function budgetsOf(workload: Workload, index: ClusterIndex): readonly LocatedObject[] {
  return budgetsByWorkload(index, "all").get(workload) ?? [];
}

const budgetsByWorkload = oncePerIndex(
  (index: ClusterIndex, _: "all"): ReadonlyMap<Workload, readonly LocatedObject[]> => {
    const byWorkload = new Map<Workload, LocatedObject[]>();
    for (const budget of index.ofKind("PodDisruptionBudget"))
      for (const workload of workloadsUnder(budget.object, index)) {
        const known = byWorkload.get(workload);
        if (known) known.push(budget);
        else byWorkload.set(workload, [budget]);
      }
    return byWorkload;
  },
);

/** The workloads whose pods a PodDisruptionBudget protects. */
export function workloadsUnder(budget: KubernetesObject, index: ClusterIndex): readonly Workload[] {
  const wanted = labelsOf(recordOf(recordOf(budget.spec).selector).matchLabels);
  const candidates = workloadsThatMayCarry(wanted, namespaceOf(budget), index);
  return candidates.filter((workload) => selects(budget, podLabelsOf(workload)));
}
