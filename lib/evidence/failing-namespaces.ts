import type { ResourceRef } from "#lib/kubernetes/object.ts";
import type { CheckSight, FailingNamespace } from "./evidence.ts";
import { keyOfResource } from "./key-of-resource.ts";

/** As many as a person reads; how many more there are is said. */
const MOST_NAMED = 8;

/** Namespaces by how many of their resources fail, each resource once: most first, then by name. */
export function failingNamespaces(
  fails: readonly { resource: ResourceRef }[],
): Pick<CheckSight, "namespaces" | "moreNamespaces"> {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  for (const { resource } of fails) {
    const key = keyOfResource(resource);
    if (!resource.namespace || seen.has(key)) continue;
    seen.add(key);
    counts.set(resource.namespace, (counts.get(resource.namespace) ?? 0) + 1);
  }
  return mostFailing([...counts].map(([namespace, fail]) => ({ namespace, fail })));
}

/** The first of them in order, and how many are left; nothing where there are none. `more`: left out before. */
export function mostFailing(
  all: readonly FailingNamespace[],
  more = 0,
): Pick<CheckSight, "namespaces" | "moreNamespaces"> {
  if (all.length === 0) return {};
  const sorted = all.toSorted((a, b) => b.fail - a.fail || (a.namespace < b.namespace ? -1 : 1));
  const left = Math.max(0, sorted.length - MOST_NAMED) + more;
  return { namespaces: sorted.slice(0, MOST_NAMED), ...(left > 0 ? { moreNamespaces: left } : {}) };
}
