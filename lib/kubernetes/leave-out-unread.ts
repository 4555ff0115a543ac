import type { KubernetesObject } from "./object.ts";
import { record } from "./pod-template.ts";

/** Fields that no check and no map reads, by kind; "[]" goes into each entry of a list. Most of a dump's bytes lie here. */
const UNREAD: Readonly<Record<string, readonly string[]>> = {
  Pod: [
    ...["hostIP", "hostIPs", "podIP", "podIPs", "qosClass", "startTime"].map((field) => `status.${field}`),
    ...["initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses"].flatMap((list) =>
      ["allocatedResources", "containerID", "resources", "state.running.startedAt", "user", "volumeMounts"].map(
        (field) => `status.${list}[].${field}`,
      ),
    ),
  ],
  Node: ["features", "images", "runtimeHandlers", "volumesAttached", "volumesInUse"].map((field) => `status.${field}`),
  EndpointSlice: ["deprecatedTopology", "hints", "nodeName", "targetRef", "zone"].map(
    (field) => `endpoints[].${field}`,
  ),
  Endpoints: ["addresses", "notReadyAddresses"].flatMap((list) =>
    ["nodeName", "targetRef"].map((field) => `subsets[].${list}[].${field}`),
  ),
  CustomResourceDefinition: ["additionalPrinterColumns", "schema"].map((field) => `spec.versions[].${field}`),
  ControllerRevision: ["data"],
};

type Tree = { [field: string]: Tree | true };
const TREES = new Map(Object.entries(UNREAD).map(([kind, paths]) => [kind, treeOf(paths)]));

/**
 * The object without what nothing reads, where an API server printed it (it has an uid): a manifest is kept word for word,
 * as checks look at its spelling. In pods that have an owner the volume that Kubernetes adds for the token of the service
 * account loses the random end of its name, so that replicas are equal. The input is not changed.
 */
export function leaveOutUnread(object: KubernetesObject): KubernetesObject {
  if (typeof object.metadata.uid !== "string") return object;
  const tree = TREES.get(object.kind);
  const kept = tree ? (without(object, tree) as KubernetesObject) : object;
  if (kept.kind !== "Pod") return kept;
  const pod = withTimesOfTrouble(kept);
  return pod.metadata.ownerReferences ? withPlainTokenVolume(pod) : pod;
}

function treeOf(paths: readonly string[]): Tree {
  const tree: Tree = {};
  for (const path of paths) {
    const steps = path.replaceAll("[]", ".[]").split(".");
    const last = steps.pop() ?? "";
    let at = tree;
    for (const step of steps) {
      const below = at[step];
      const next: Tree = typeof below === "object" ? below : {};
      at[step] = next;
      at = next;
    }
    at[last] = true;
  }
  return tree;
}

/** A copy, and not the thing itself with fields deleted: that would cost more memory than it frees. */
function without(value: unknown, tree: Tree): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    const entry = tree["[]"];
    return typeof entry === "object" ? value.map((one) => without(one, entry)) : value;
  }
  if (tree["[]"]) return value;
  const kept: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(value)) {
    const below = Object.hasOwn(tree, field) ? tree[field] : undefined;
    if (below !== true) kept[field] = below ? without(inner, below) : inner;
  }
  return kept;
}

/** Since when a pod is well parts it from its replicas, and is not asked; since when it is not may be. */
function withTimesOfTrouble(pod: KubernetesObject): KubernetesObject {
  const status = record(pod.status);
  if (!Array.isArray(status.conditions)) return pod;
  const conditions = status.conditions.map((condition) => {
    if (record(condition).status !== "True") return condition;
    const { lastProbeTime: _, lastTransitionTime: __, ...plain } = record(condition);
    return plain;
  });
  return { ...pod, status: { ...status, conditions } };
}

const TOKEN_VOLUME = /^kube-api-access-[a-z0-9]{5}$/;
const CONTAINERS = ["containers", "initContainers", "ephemeralContainers"] as const;

function withPlainTokenVolume(pod: KubernetesObject): KubernetesObject {
  const spec = record(pod.spec);
  if (!hasTokenVolume(spec.volumes)) return pod;
  const plain: Record<string, unknown> = { ...spec, volumes: renamed(spec.volumes) };
  for (const list of CONTAINERS) {
    const containers = spec[list];
    if (Array.isArray(containers)) plain[list] = containers.map(withPlainMount);
  }
  return { ...pod, spec: plain };
}

function withPlainMount(container: unknown): unknown {
  const { volumeMounts } = record(container);
  return hasTokenVolume(volumeMounts) ? { ...record(container), volumeMounts: renamed(volumeMounts) } : container;
}

function hasTokenVolume(list: unknown): list is unknown[] {
  return Array.isArray(list) && list.some(isNamedForToken);
}

function renamed(list: unknown): unknown {
  return Array.isArray(list)
    ? list.map((one) => (isNamedForToken(one) ? { ...record(one), name: "kube-api-access" } : one))
    : list;
}

function isNamedForToken(one: unknown): boolean {
  const { name } = record(one);
  return typeof name === "string" && TOKEN_VOLUME.test(name);
}
