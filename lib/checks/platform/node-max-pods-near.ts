import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { podsOnNode, showsPlacement } from "../reading/pods-on-nodes.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { parseQuantity } from "../reading/quantity.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

/** Share of a node's pods from which it is nearly full: of the usual 110 eleven are left, one failed neighbour's part. */
const NEARLY_FULL = 0.9;

/** Judges the pods on a node that have not ended against status.allocatable.pods, else status.capacity.pods. */
export const nodeMaxPodsNear = check({
  id: "node-max-pods-near",
  title: "Node has nearly as many pods as it may have",
  severity: "low",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "The number of pods is a limit of its own. When it is reached the node takes none, however much CPU and memory is free, and the message (Too many pods) surprises everybody who watches those two. Agents that every node needs may be the ones left out.",
  seeByHand:
    "kubectl get nodes -o custom-columns=NODE:.metadata.name,PODS:.status.allocatable.pods; kubectl get pods -A -o wide --no-headers | awk '{print $8}' | sort | uniq -c",
  fix: "Add nodes, or raise maxPods of the kubelet for larger machines; the pod network needs an address for each, and on clouds the number follows the network interfaces of the machine type (prefix delegation on AWS, the pod range per node on GKE and AKS, which often means new node pools). Fewer, larger pods help as well.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { allocatable: { pods: "1" } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { nodeName: worker-1, containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { allocatable: { pods: "110" } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { nodeName: worker-1, containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  of: "object",
  kinds: ["Node"],
  look: (located, index) => {
    const { allocatable, capacity } = recordOf(located.object.status);
    const [name, most] = [
      ["allocatable", parseQuantity(recordOf(allocatable).pods)] as const,
      ["capacity", parseQuantity(recordOf(capacity).pods)] as const,
    ].find(([, count]) => count !== null && count > 0) ?? ["", null];
    if (!showsPlacement(index))
      return sayOnceOfKind(located, index, "the snapshot does not show which pods run on the nodes");
    if (most === null) return notAssessable("the node does not say how many pods it takes");
    const pods = podsOnNode(located.object, index).length;
    if (pods >= NEARLY_FULL * most)
      return [{ field: `status.${name}.pods`, message: `${pods} pods run on the node, which takes ${most}` }];
    // Fewer than all may have been collected.
    return isWholeCluster(index) ? PASS : NOT_APPLICABLE;
  },
});
