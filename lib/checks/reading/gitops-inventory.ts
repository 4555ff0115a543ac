import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";

type Inventory = { listed: ReadonlySet<string>; unlisted: ReadonlyMap<string, string> };

/** True when an Application of Argo CD or a Kustomization of Flux lists the object among what it keeps. */
export function isInInventory(object: KubernetesObject, index: ClusterIndex): boolean {
  return inventoryOf(index, "all").listed.has(keyOf(object.kind, namespaceOf(object), object.metadata.name));
}

/** The Application that deploys into a namespace and does not say what; undefined when each says it. */
export function silentApplicationOf(namespace: string, index: ClusterIndex): string | undefined {
  return inventoryOf(index, "all").unlisted.get(namespace);
}

const inventoryOf = oncePerIndex((index: ClusterIndex, _: "all"): Inventory => {
  const listed = new Set<string>();
  const unlisted = new Map<string, string>();
  for (const { object } of index.ofKind("argoproj.io/Application")) {
    const { resources } = recordOf(object.status);
    const { namespace } = recordOf(recordOf(object.spec).destination);
    for (const { entry } of recordsOf(resources)) listed.add(keyOf(entry.kind, entry.namespace, entry.name));
    if (!Array.isArray(resources) && typeof namespace === "string") unlisted.set(namespace, object.metadata.name);
  }
  for (const { object } of index.ofKind("kustomize.toolkit.fluxcd.io/Kustomization"))
    for (const { entry } of recordsOf(recordOf(recordOf(object.status).inventory).entries)) {
      // "shop_web_apps_Deployment"
      const [namespace, name, , kind] = typeof entry.id === "string" ? entry.id.split("_") : [];
      listed.add(keyOf(kind, namespace, name));
    }
  return { listed, unlisted };
});

function keyOf(kind: unknown, namespace: unknown, name: unknown): string {
  return JSON.stringify([kind, namespace, name]);
}
