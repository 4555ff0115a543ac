import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { NOT_APPLICABLE, notAssessable, type Verdict } from "../check.ts";
import { isKubernetesOwnPod } from "./kubernetes-own-pods.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { isProvidersAgent } from "./provider-agents.ts";

/**
 * What holds for a whole snapshot, as that manifests show no status, is said at one object of a kind alone: the first by
 * namespace and name, in whatever order the objects came.
 */
export function sayOnceOfKind({ object }: LocatedObject, index: ClusterIndex, reason: string): Verdict {
  return firstOfKind(index, object.kind) === object ? notAssessable(reason) : NOT_APPLICABLE;
}

/** The same at the first workload alone of those that no check passes over. */
export function sayOnceOfWorkload(workload: Workload, index: ClusterIndex, reason: string): Verdict {
  return firstWorkload(index, "workload") === workload ? notAssessable(reason) : NOT_APPLICABLE;
}

const firstOfKind = oncePerIndex((index, kind: string) =>
  firstBy(
    index.ofKind(kind).map(({ object }) => object),
    ({ apiVersion, metadata }: KubernetesObject) => [metadata.namespace, metadata.name, apiVersion],
  ),
);
const firstWorkload = oncePerIndex((index, _: "workload") =>
  firstBy(
    index.workloads.filter((workload) => !isProvidersAgent(workload, index) && !isKubernetesOwnPod(workload)),
    ({ ref }) => [ref.namespace, ref.kind, ref.name, ref.apiVersion],
  ),
);

function firstBy<T>(things: readonly T[], keyOf: (thing: T) => unknown[]): T | undefined {
  let first: { thing: T; key: string } | undefined;
  for (const thing of things) {
    const key = keyOf(thing)
      .map((part) => (typeof part === "string" ? part : ""))
      .join("\n");
    if (first === undefined || key < first.key) first = { thing, key };
  }
  return first?.thing;
}
