import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { recordsOf } from "./entries.ts";

/** True when an object of this kind owns it. */
export function isOwnedBy(object: KubernetesObject, kind: string): boolean {
  return recordsOf(object.metadata.ownerReferences).some(({ entry }) => entry.kind === kind);
}

/** True when any object owns it. */
export function hasOwner(object: KubernetesObject): boolean {
  return recordsOf(object.metadata.ownerReferences).length > 0;
}
