import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { recordOf } from "./entries.ts";
import { oncePerIndex } from "./once-per-index.ts";

/** The pods on each node that take room there: those that have a node and have not ended. By the name of the node. */
const byNode = oncePerIndex(
  (index: ClusterIndex, _: "nodes"): ReadonlyMap<string, readonly KubernetesObject[]> =>
    Map.groupBy(
      index
        .ofKind("Pod")
        .map(({ object }) => object)
        .filter(takesRoom),
      (pod) => String(recordOf(pod.spec).nodeName),
    ),
);

function takesRoom(pod: KubernetesObject): boolean {
  const { nodeName } = recordOf(pod.spec);
  const { phase } = recordOf(pod.status);
  return typeof nodeName === "string" && nodeName !== "" && phase !== "Succeeded" && phase !== "Failed";
}

/** The pods on one node that take room there. */
export function podsOnNode(node: KubernetesObject, index: ClusterIndex): readonly KubernetesObject[] {
  return byNode(index, "nodes").get(node.metadata.name) ?? [];
}

/** True when the snapshot shows which pods run on which nodes. */
export function showsPlacement(index: ClusterIndex): boolean {
  return byNode(index, "nodes").size > 0;
}
