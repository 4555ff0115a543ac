import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject, ResourceRef } from "#lib/kubernetes/object.ts";

/** The namespace of a namespaced object: what kubectl takes when the manifest is silent is "default". */
export function namespaceOf(of: KubernetesObject | { ref: ResourceRef }): string {
  const { namespace } = isObject(of) ? of.metadata : of.ref;
  return typeof namespace === "string" && namespace !== "" ? namespace : "default";
}

function isObject(of: KubernetesObject | { ref: ResourceRef }): of is KubernetesObject {
  return "metadata" in of;
}

const SYSTEM_NAMESPACES: ReadonlySet<string> = new Set(["kube-system", "kube-public", "kube-node-lease"]);

/** True for the namespaces that Kubernetes makes for itself: nobody's workloads belong there, nobody labels them. */
export function isSystemNamespace(namespace: string): boolean {
  return SYSTEM_NAMESPACES.has(namespace);
}

const byIndex = new WeakMap<ClusterIndex, Map<string, ReadonlyMap<string, readonly LocatedObject[]>>>();

/** All objects of a kind in one namespace, a missing namespace read as "default". Grouped once for each snapshot. */
export function objectsIn(index: ClusterIndex, kind: string, namespace: string): readonly LocatedObject[] {
  const kinds = byIndex.get(index) ?? new Map<string, ReadonlyMap<string, readonly LocatedObject[]>>();
  byIndex.set(index, kinds);
  let namespaces = kinds.get(kind);
  if (!namespaces) {
    namespaces = Map.groupBy(index.ofKind(kind), ({ object }) => namespaceOf(object));
    kinds.set(kind, namespaces);
  }
  return namespaces.get(namespace) ?? [];
}

/** One object by kind, namespace and name, a missing namespace read as "default". */
export function objectNamed(
  index: ClusterIndex,
  kind: string,
  namespace: string,
  name: string,
): LocatedObject | undefined {
  // The index keys what names no namespace under "".
  const named = index.find(kind, namespace, name);
  return named ?? (namespace === "default" ? index.find(kind, "", name) : undefined);
}
