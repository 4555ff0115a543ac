import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { Resource } from "./compute-resource.ts";
import { recordOf } from "./entries.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { podAmount } from "./pod-amounts.ts";
import { podsOnNode } from "./pods-on-nodes.ts";
import { parseQuantity } from "./quantity.ts";

/**
 * What the nodes that take new pods can still give, in cores or bytes: what they have for pods less what the pods on them
 * ask for. Null when no node says what it has.
 */
export const roomLeft = oncePerIndex((index: ClusterIndex, resource: Resource): number | null => {
  const rooms = index.ofKind("Node").flatMap(({ object }) => {
    const has = parseQuantity(recordOf(recordOf(object.status).allocatable)[resource]);
    if (has === null || recordOf(object.spec).unschedulable === true) return [];
    const asked = podsOnNode(object, index).reduce((sum, pod) => sum + podAmount(pod, "requests", resource), 0);
    return [Math.max(0, has - asked)];
  });
  return rooms.length === 0 ? null : rooms.reduce((sum, room) => sum + room, 0);
});
