import type { Workload } from "#lib/kubernetes/pod.ts";
import { recordOf } from "./entries.ts";

/** Field path of the labels of the pods that a workload makes: "metadata.labels", "spec.template.metadata.labels", … */
export function podLabelsField(workload: Workload): string {
  return `${workload.podField.replace(/spec$/, "")}metadata.labels`;
}

/**
 * Labels of the pods that a workload makes. A fragment without a template still says them in its selector, for the API
 * server takes no workload whose selector and template disagree.
 */
export function podLabelsOf(workload: Workload): Record<string, string> {
  const labels = labelsOf(workload.podMetadata.labels);
  if (Object.keys(labels).length > 0 || workload.object.kind === "Pod") return labels;
  return labelsOf(recordOf(recordOf(workload.object.spec).selector).matchLabels);
}

/** Labels as they are; a value that is no string is written as one, and {} stands for what is no map. */
export function labelsOf(labels: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(recordOf(labels)).map(([key, value]) => [key, String(value)]));
}

const RUN_TO_COMPLETION: ReadonlySet<string> = new Set(["Job", "CronJob"]);

/** True when the pods are meant to end by themselves: jobs, and bare pods that are not restarted when they end well. */
export function runsToCompletion(workload: Workload): boolean {
  if (RUN_TO_COMPLETION.has(workload.ref.kind)) return true;
  if (workload.ref.kind !== "Pod") return false;
  const owners = workload.object.metadata.ownerReferences;
  if (Array.isArray(owners) && owners.some((owner) => RUN_TO_COMPLETION.has(owner?.kind))) return true;
  return workload.pod.restartPolicy === "Never" || workload.pod.restartPolicy === "OnFailure";
}

/** True for the API server's mirror of a pod that a kubelet runs from a file: it can be changed on the node alone. */
export function isMirrorPod(workload: Workload): boolean {
  const { annotations, ownerReferences } = workload.object.metadata;
  if (recordOf(annotations)["kubernetes.io/config.mirror"] !== undefined) return true;
  return Array.isArray(ownerReferences) && ownerReferences.some((owner) => owner?.kind === "Node");
}
