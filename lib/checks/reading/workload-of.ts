import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";

/** Kinds that carry a pod, as in the type Workload. */
export const POD_CARRIERS = [
  "Pod",
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "ReplicationController",
  "Job",
  "CronJob",
  "DeploymentConfig",
  "Rollout",
] as const;

const byIndex = new WeakMap<ClusterIndex, ReadonlyMap<KubernetesObject, Workload>>();

/** The workload that an object is; undefined when it carries no pod or was folded into its owner. */
export function workloadOf(object: KubernetesObject, index: ClusterIndex): Workload | undefined {
  let workloads = byIndex.get(index);
  if (!workloads) {
    workloads = new Map(index.workloads.map((workload) => [workload.object, workload]));
    byIndex.set(index, workloads);
  }
  return workloads.get(object);
}
