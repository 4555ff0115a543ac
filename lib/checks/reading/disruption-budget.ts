import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { recordOf } from "./entries.ts";
import { namespaceOf, objectsIn } from "./namespaced.ts";
import { podLabelsOf } from "./pod-template.ts";
import { workloadsIn } from "./service-selection.ts";

/** True when the budget selects pods with these labels. In policy/v1beta1 an empty selector selects nothing. */
function selects(budget: KubernetesObject, labels: Record<string, string>): boolean {
  const { selector } = recordOf(budget.spec);
  if (budget.apiVersion === "policy/v1beta1" && Object.keys(recordOf(selector)).length === 0) return false;
  return labelSelectorMatches(selector, labels);
}

/** The PodDisruptionBudgets that protect the pods of a workload. */
export function budgetsOf(workload: Workload, index: ClusterIndex): readonly LocatedObject[] {
  const labels = podLabelsOf(workload);
  return objectsIn(index, "PodDisruptionBudget", namespaceOf(workload)).filter(({ object }) => selects(object, labels));
}

/** The workloads whose pods a PodDisruptionBudget protects. */
export function workloadsUnder(budget: KubernetesObject, index: ClusterIndex): readonly Workload[] {
  return workloadsIn(index, namespaceOf(budget)).filter((workload) => selects(budget, podLabelsOf(workload)));
}
