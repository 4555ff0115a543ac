import { type KubernetesObject, type LocatedObject, refOf } from "./object.ts";
import type { PodSpec, Workload } from "./pod.ts";

/** Kinds that carry a pod template, and where its spec lies. */
const TEMPLATE_PATH: Record<string, readonly string[]> = {
  Pod: [],
  PodTemplate: ["template"],
  Deployment: ["spec", "template"],
  StatefulSet: ["spec", "template"],
  DaemonSet: ["spec", "template"],
  ReplicaSet: ["spec", "template"],
  ReplicationController: ["spec", "template"],
  DeploymentConfig: ["spec", "template"],
  Rollout: ["spec", "template"],
  Job: ["spec", "template"],
  CronJob: ["spec", "jobTemplate", "spec", "template"],
};
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
 * the owner is absent, the first of its children stands for all of them under the owner's name.
 */
export function foldWorkloads(located: readonly LocatedObject[]): Carriers {
  const carriers = located.filter(({ object }) => Object.hasOwn(TEMPLATE_PATH, object.kind));
  const present = new Map(
    carriers.map(({ object }) => [keyOf(object.kind, object.metadata.namespace, object.metadata.name), object]),
  );
  const byRoot = new Map<string, Workload>();
  const podsOf = new Map<Workload, KubernetesObject[]>();
  const roots = carriers.map((carrier) => ({ carrier, root: rootOf(carrier.object, present) }));
  // Owners first, so that a workload is described by the object that a person edits.
  roots.sort((a, b) => Number(isRoot(b)) - Number(isRoot(a)));
  for (const { carrier, root } of roots) {
    const workload = byRoot.get(root.key) ?? toWorkload(carrier, root);
    if (!byRoot.has(root.key)) byRoot.set(root.key, workload);
    if (carrier.object.kind === "Pod") podsOf.set(workload, [...(podsOf.get(workload) ?? []), carrier.object]);
  }
  const order = new Map(carriers.map((carrier, index) => [carrier.object, index]));
  const workloads = [...byRoot.values()].sort((a, b) => (order.get(a.object) ?? 0) - (order.get(b.object) ?? 0));
  return { workloads, podsOf };
}

type Root = { key: string; kind: string; name: string; apiVersion: string; own: boolean };

function isRoot(entry: { root: Root }): boolean {
  return entry.root.own;
}

function rootOf(object: KubernetesObject, present: Map<string, KubernetesObject>): Root {
  const { namespace } = object.metadata;
  let at = object;
  for (let steps = 0; steps < 8; steps++) {
    const owners = at.metadata.ownerReferences;
    const owner = Array.isArray(owners) ? (owners.find((each) => each?.controller) ?? owners[0]) : undefined;
    if (!owner || typeof owner.kind !== "string" || typeof owner.name !== "string" || owner.kind === "Node") break;
    const above = present.get(keyOf(owner.kind, namespace, owner.name));
    if (!above) {
      // Only kinds that carry pods stand for their children; an operator's own resource does not.
      if (!Object.hasOwn(TEMPLATE_PATH, owner.kind)) break;
      return {
        key: keyOf(owner.kind, namespace, owner.name),
        kind: owner.kind,
        name: owner.name,
        apiVersion: owner.apiVersion ?? at.apiVersion,
        own: false,
      };
    }
    at = above;
  }
  return {
    key: keyOf(at.kind, namespace, at.metadata.name),
    kind: at.kind,
    name: at.metadata.name,
    apiVersion: at.apiVersion,
    own: at === object,
  };
}

function toWorkload({ object, at }: LocatedObject, root: Root): Workload {
  const path = TEMPLATE_PATH[object.kind] ?? [];
  const template = path.reduce<unknown>((value, key) => record(value)[key], object);
  const pod = record(record(template).spec) as PodSpec;
  const ref = root.own
    ? refOf(object)
    : { ...refOf(object), apiVersion: root.apiVersion, kind: root.kind, name: root.name };
  const declared = record(object.spec).replicas;
  return {
    ref,
    object,
    at,
    podField: [...path, "spec"].join("."),
    pod,
    podMetadata: record(object.kind === "Pod" ? object.metadata : record(template).metadata),
    replicas: SCALED.has(object.kind) ? (typeof declared === "number" ? declared : 1) : null,
  };
}

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${namespace ?? ""}/${name}`;
}

function record(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
