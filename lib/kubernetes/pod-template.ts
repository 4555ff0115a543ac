import type { KubernetesObject } from "./object.ts";
import type { PodSpec, Workload } from "./pod.ts";

/** Kinds that carry a pod template, and where it lies. */
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
const GROUPS_OF_THESE = new Set(["", "apps", "batch", "extensions", "apps.openshift.io", "argoproj.io"]);

/** Kinds that carry pods, in the words of checks. */
export const CARRIER_KINDS: readonly string[] = Object.keys(TEMPLATE_PATH);

/** Whether a kind carries pods in Kubernetes, OpenShift or Argo Rollouts. */
export function isCarrierKind(kind: string): boolean {
  return Object.hasOwn(TEMPLATE_PATH, kind);
}

/** Whether an object carries pods. A kind of the same name from elsewhere (Volcano's Job) does when its template lies there too. */
export function carriesPods(object: KubernetesObject): boolean {
  if (!isCarrierKind(object.kind)) return false;
  const group = object.apiVersion.includes("/") ? (object.apiVersion.split("/")[0] ?? "") : "";
  return GROUPS_OF_THESE.has(group) || Array.isArray(podPartOf(object).pod.containers);
}

/** The pod within a carrier: its spec, the field path of it, and the metadata that its pods get. Never throws. */
export function podPartOf(object: KubernetesObject): Pick<Workload, "pod" | "podField" | "podMetadata"> {
  const path = TEMPLATE_PATH[object.kind] ?? [];
  const template = path.reduce<unknown>((value, key) => record(value)[key], object);
  return {
    podField: [...path, "spec"].join("."),
    pod: record(record(template).spec) as PodSpec,
    podMetadata: record(object.kind === "Pod" ? object.metadata : record(template).metadata),
  };
}

/** The value when it is a mapping, an empty one otherwise. */
export function record(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
