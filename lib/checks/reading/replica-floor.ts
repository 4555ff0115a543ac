import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { recordOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";

/** Kinds whose pods are alike and can be counted up and down. */
const REPLICATED_KINDS: ReadonlySet<string> = new Set([
  "Deployment",
  "StatefulSet",
  "ReplicaSet",
  "ReplicationController",
  "DeploymentConfig",
  "Rollout",
]);

/**
 * True for what keeps a number of pods alike. Where the snapshot lacks the owner and a child stands for it, the number is
 * not known and the answer is no.
 */
export function isReplicated(workload: Workload): boolean {
  return REPLICATED_KINDS.has(workload.ref.kind) && workload.ref.kind === workload.object.kind;
}

/** What scales a workload by itself: a HorizontalPodAutoscaler, or a ScaledObject of KEDA. */
export type Autoscaler = { object: LocatedObject; min: number };

/** The autoscaler that targets the workload; undefined when the snapshot holds none. */
export function autoscalerOf(workload: Workload, index: ClusterIndex): Autoscaler | undefined {
  const { kind, name } = workload.ref;
  const [first] = autoscalersOf(index, kind, namespaceOf(workload), name);
  return first;
}

/** All autoscalers of one target, those of Kubernetes before those of KEDA. */
export function autoscalersOf(
  index: ClusterIndex,
  kind: string,
  namespace: string,
  name: string,
): readonly Autoscaler[] {
  return byTarget(index, "all").get(JSON.stringify([kind, namespace, name])) ?? [];
}

const byTarget = oncePerIndex((index: ClusterIndex, _: "all"): ReadonlyMap<string, readonly Autoscaler[]> => {
  const hpas = index.ofKind("HorizontalPodAutoscaler").map((object) => ({
    object,
    min: countOr(recordOf(object.object.spec).minReplicas, 1),
  }));
  const scaled = index.ofKind("ScaledObject").map((object) => ({
    object,
    min: countOr(recordOf(object.object.spec).minReplicaCount, 0),
  }));
  return Map.groupBy([...hpas, ...scaled], ({ object: { object } }) => {
    const { kind, name } = recordOf(recordOf(object.spec).scaleTargetRef);
    // KEDA takes a target without a kind for a Deployment.
    return JSON.stringify([kind ?? "Deployment", namespaceOf(object), name]);
  });
});

/** The fewest pods that a workload keeps in ordinary times: the autoscaler's floor, else its replicas; null where none. */
export function replicaFloor(workload: Workload, index: ClusterIndex): number | null {
  return autoscalerOf(workload, index)?.min ?? workload.replicas;
}

/**
 * True when the manifest itself says that there is one pod at most, and no autoscaler asks for more. A manifest that
 * says nothing leaves the number to an autoscaler or an overlay.
 */
export function isSingleOnPurpose(workload: Workload, index: ClusterIndex): boolean {
  const autoscaler = autoscalerOf(workload, index);
  if (autoscaler) return autoscaler.min < 2;
  const { replicas } = recordOf(workload.object.spec);
  return typeof replicas === "number" && replicas < 2;
}

function countOr(value: unknown, otherwise: number): number {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}
