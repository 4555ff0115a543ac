import type { ResourceRef } from "#lib/kubernetes/object.ts";

/** Identity of a resource within one cluster, whatever API version it was read in. */
export function keyOfResource({ kind, namespace, name }: ResourceRef): string {
  return `${kind}/${namespace ?? ""}/${name}`;
}
