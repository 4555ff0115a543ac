import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";

/**
 * What is found in a whole snapshot, found once for each snapshot and key: a check that looks at workload after workload
 * may ask every time. Keys are compared by identity.
 */
export function oncePerIndex<Key, Found>(
  find: (index: ClusterIndex, key: Key) => Found,
): (index: ClusterIndex, key: Key) => Found {
  const found = new WeakMap<ClusterIndex, Map<Key, Found>>();
  return (index, key) => {
    const known = found.get(index) ?? new Map<Key, Found>();
    found.set(index, known);
    const seen = known.get(key);
    if (seen !== undefined || known.has(key)) return seen as Found;
    const fresh = find(index, key);
    known.set(key, fresh);
    return fresh;
  };
}
