import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { recordOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { podLabelsOf } from "./pod-template.ts";

type Labels = Record<string, string>;

/** The different sets of labels that pods of the snapshot carry, by namespace and by each of their labels. */
type LabelSets = { byNamespace: Map<string, Labels[]>; byLabel: Map<string, Labels[]> };

const labelSets = oncePerIndex((index: ClusterIndex, _: "pods"): LabelSets => {
  const seen = new Set<string>();
  const sets: LabelSets = { byNamespace: new Map(), byLabel: new Map() };
  for (const workload of index.workloads)
    for (const labels of labelSetsOf(workload, index)) {
      const namespace = namespaceOf(workload);
      const key = JSON.stringify([namespace, labels]);
      if (seen.has(key)) continue;
      seen.add(key);
      push(sets.byNamespace, namespace, labels);
      for (const label of Object.entries(labels)) push(sets.byLabel, keyOf(namespace, label), labels);
    }
  return sets;
});

/** Labels of the template, and those that its pods have beyond it (the ordinal of a StatefulSet, a patched leader). */
function labelSetsOf(workload: Workload, index: ClusterIndex): Labels[] {
  const ofPods = index.podsOf(workload).map(({ metadata }) => recordOf(metadata.labels) as Labels);
  return [podLabelsOf(workload), ...ofPods];
}

/** The different sets of labels of the pods of one namespace. */
export function podLabelSetsIn(index: ClusterIndex, namespace: string): readonly Labels[] {
  return labelSets(index, "pods").byNamespace.get(namespace) ?? [];
}

/** True when a LabelSelector selects some pod of the namespace. */
export function selectsAnyPod(index: ClusterIndex, namespace: string, selector: unknown): boolean {
  // Of a selector that names a label, only those can match that carry it.
  const [first] = Object.entries(recordOf(recordOf(selector).matchLabels));
  const candidates = first
    ? labelSets(index, "pods").byLabel.get(keyOf(namespace, first))
    : podLabelSetsIn(index, namespace);
  return (candidates ?? []).some((labels) => labelSelectorMatches(selector, labels));
}

function keyOf(namespace: string, [key, value]: [string, unknown]): string {
  return JSON.stringify([namespace, key, value]);
}

function push(groups: Map<string, Labels[]>, key: string, labels: Labels): void {
  const group = groups.get(key);
  if (group) group.push(labels);
  else groups.set(key, [labels]);
}
