import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { labelsMatch } from "#lib/kubernetes/selectors.ts";
import { recordOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { labelsOf, podLabelsOf } from "./pod-template.ts";

/** The selector of a Service; null when it has none (its endpoints come from elsewhere) or is an alias by name. */
export function selectorOfService(service: KubernetesObject): Record<string, string> | null {
  const { selector, type } = recordOf(service.spec);
  const wanted = labelsOf(selector);
  return type === "ExternalName" || Object.keys(wanted).length === 0 ? null : wanted;
}

const byNamespace = new WeakMap<ClusterIndex, ReadonlyMap<string, readonly Workload[]>>();

/** The workloads of one namespace, a missing namespace read as "default". */
export function workloadsIn(index: ClusterIndex, namespace: string): readonly Workload[] {
  let workloads = byNamespace.get(index);
  if (!workloads) {
    workloads = Map.groupBy(index.workloads, (workload) => namespaceOf(workload));
    byNamespace.set(index, workloads);
  }
  return workloads.get(namespace) ?? [];
}

/** The workloads whose pods a Service sends traffic to. */
export function workloadsBehind(service: KubernetesObject, index: ClusterIndex): readonly Workload[] {
  const selector = selectorOfService(service);
  if (!selector) return [];
  const candidates = workloadsThatMayCarry(selector, namespaceOf(service), index);
  return candidates.filter((workload) => labelsMatch(selector, podLabelsOf(workload)));
}

/** In a namespace of thousands only those can carry all labels that carry the rarest of them; all when none is asked for. */
export function workloadsThatMayCarry(
  labels: Record<string, string>,
  namespace: string,
  index: ClusterIndex,
): readonly Workload[] {
  const byLabel = workloadsByLabel(index, "");
  const carriers = Object.entries(labels).map((label) => byLabel.get(keyOf(namespace, label)) ?? []);
  if (carriers.length === 0) return workloadsIn(index, namespace);
  return carriers.reduce((fewest, each) => (each.length < fewest.length ? each : fewest));
}

const workloadsByLabel = oncePerIndex((index: ClusterIndex, _: string): ReadonlyMap<string, readonly Workload[]> => {
  const byLabel = new Map<string, Workload[]>();
  for (const workload of index.workloads)
    for (const label of Object.entries(podLabelsOf(workload))) {
      const key = keyOf(namespaceOf(workload), label);
      const same = byLabel.get(key);
      if (same) same.push(workload);
      else byLabel.set(key, [workload]);
    }
  return byLabel;
});

function keyOf(namespace: string, [key, value]: [string, string]): string {
  return JSON.stringify([namespace, key, value]);
}

/** The Services that send traffic to the pods of a workload. */
export function servicesBefore(workload: Workload, index: ClusterIndex): readonly LocatedObject[] {
  return index.servicesOf(workload);
}
