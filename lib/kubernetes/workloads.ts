import { ByName } from "./by-name.ts";
import { type KubernetesObject, type LocatedObject, refOf } from "./object.ts";
import type { Workload } from "./pod.ts";
import { carriesPods, isCarrierKind, podPartOf, record } from "./pod-template.ts";

const SCALED = new Set([
  "Deployment",
  "StatefulSet",
  "ReplicaSet",
  "ReplicationController",
  "DeploymentConfig",
  "Rollout",
]);

export type Carriers = { workloads: Workload[]; podsOf: Map<Workload, KubernetesObject[]> };

/**
 * Every carrier of pods, once for each cause: what another object in the snapshot owns is folded into its owner. Where
 * the owner is absent, the first of its children stands for all of them under the owner's name. A pod into which somebody
 * has put a debugging container also stands for itself: its owner knows nothing of that container.
 */
export function foldWorkloads(located: readonly LocatedObject[]): Carriers {
  const carriers = located.filter(({ object }) => carriesPods(object));
  const present = new ByName<KubernetesObject>();
  for (const { object } of carriers) present.set(object.kind, object.metadata.namespace, object.metadata.name, object);
  const byRoot = new ByName<Workload>();
  const podsOf = new Map<Workload, KubernetesObject[]>();
  const found: { workload: Workload; order: number }[] = [];
  // Owners first, so that a workload is described by the object that a person edits.
  for (const isOwn of [true, false])
    for (const [order, carrier] of carriers.entries()) {
      const root = rootOf(carrier.object, present);
      if (root.isOwn !== isOwn) continue;
      const { namespace } = carrier.object.metadata;
      // The same name twice (two folders of manifests): both are looked at, the first one gets the pods.
      const known = byRoot.get(root.kind, namespace, root.name);
      const workload = (!isOwn && known) || toWorkload(carrier, root);
      if (isOwn || !known) found.push({ workload, order });
      if (!known) byRoot.set(root.kind, namespace, root.name, workload);
      if (carrier.object.kind !== "Pod") continue;
      const pods = podsOf.get(workload);
      if (pods) pods.push(carrier.object);
      else podsOf.set(workload, [carrier.object]);
      if (!isOwn && known && isBeingDebugged(carrier.object)) found.push({ workload: debuggedPod(carrier), order });
    }
  return { workloads: found.sort((a, b) => a.order - b.order).map(({ workload }) => workload), podsOf };
}

type Root = { kind: string; name: string; apiVersion: string; isOwn: boolean };

/** Longer chains do not exist (Pod, Job, CronJob); a ring of owners must end too. */
const LONGEST_CHAIN = 8;

function rootOf(object: KubernetesObject, present: ByName<KubernetesObject>): Root {
  const { namespace } = object.metadata;
  let at = object;
  for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
    const owner = ownerOf(at);
    // Only kinds that carry pods stand for their children; an operator's own resource does not.
    if (!owner || !isCarrierKind(owner.kind)) break;
    const above = present.get(owner.kind, namespace, owner.name);
    if (!above) {
      const { kind, name } = owner;
      const apiVersion = typeof owner.apiVersion === "string" ? owner.apiVersion : at.apiVersion;
      return { kind, name, apiVersion, isOwn: false };
    }
    at = above;
  }
  const { kind, apiVersion, metadata } = at;
  return { kind, name: metadata.name, apiVersion, isOwn: at === object };
}

function ownerOf(object: KubernetesObject): { apiVersion?: string; kind: string; name: string } | null {
  const owners: unknown = object.metadata.ownerReferences;
  if (!Array.isArray(owners)) return null;
  const owner = record(owners.find((each) => record(each).controller === true) ?? owners[0]);
  const { kind, name, apiVersion } = owner as { kind?: unknown; name?: unknown; apiVersion?: string };
  return typeof kind === "string" && typeof name === "string" && name !== "" ? { apiVersion, kind, name } : null;
}

function toWorkload({ object, at, lineOf }: LocatedObject, root: Root): Workload {
  const { apiVersion, kind, name } = root;
  const declared = record(object.spec).replicas;
  return {
    ref: root.isOwn ? refOf(object) : { ...refOf(object), apiVersion, kind, name },
    object,
    at,
    ...podPartOf(object),
    replicas: SCALED.has(object.kind) ? (typeof declared === "number" ? declared : 1) : null,
    ...(lineOf ? { lineOf } : {}),
  };
}

function isBeingDebugged(pod: KubernetesObject): boolean {
  const { ephemeralContainers } = podPartOf(pod).pod;
  return Array.isArray(ephemeralContainers) && ephemeralContainers.length > 0;
}

/** The pod without what its owner already answers for. */
function debuggedPod({ object, at, lineOf }: LocatedObject): Workload {
  const part = podPartOf(object);
  const pod = { ...part.pod, containers: [], initContainers: [] };
  return { ref: refOf(object), object, at, ...part, pod, replicas: null, ...(lineOf ? { lineOf } : {}) };
}
