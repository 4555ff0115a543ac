import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, notAssessable } from "../check.ts";
import type { Resource } from "../reading/compute-resource.ts";
import { recordOf } from "../reading/entries.ts";
import { nodeAutoscalerOf } from "../reading/node-autoscaler.ts";
import { podAmount } from "../reading/pod-amounts.ts";
import { podsOnNode, showsPlacement } from "../reading/pods-on-nodes.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { parseQuantity } from "../reading/quantity.ts";

/** Sum of memory limits on one node over what it has: half as much again is an ordinary bet, more is a lost one. */
const MOST_MEMORY_LIMITS = 1.5;

/**
 * Judges what pods ask for against what all nodes that take pods can give, and the memory limits of each node against its
 * memory. A node that is full is no fault by itself, for packing is the scheduler's work; and where nodes are added by
 * themselves the sum may be high. CPU limits are not judged: too many of them slow down and do not kill.
 */
export const nodeRequestsHeadroom = check({
  id: "node-requests-headroom",
  title: "Nodes have little room left to give",
  severity: "medium",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "The cluster looks idle by its use and is full by its requests. When a node fails, its pods find no place; a rollout that wants one pod more stands still. Where memory limits promise more than there is, the peaks of several pods together end in the kernel killing one of them.",
  seeByHand: "kubectl describe nodes | grep -A 8 'Allocated resources'",
  fix: "Compare requests with what is used (kubectl top, the recommendations of a vertical autoscaler) and lower those that were guessed; that is most of the room. Then add nodes, or an autoscaler, so that the largest node can be lost. Bring memory limits near the requests for what must not be killed.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { allocatable: { cpu: "4", memory: 8Gi } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { nodeName: worker-1, containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { requests: { cpu: 3800m, memory: 2Gi } } }] }
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { allocatable: { cpu: "4", memory: 8Gi } }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { nodeName: worker-1, containers: [{ name: web, image: "registry.example/shop/web:1.4.2", resources: { requests: { cpu: "1", memory: 2Gi } } }] }
`,
  of: "cluster",
  look: (index, { mostRequestedPercent }) => {
    if (!index.live)
      return notAssessable("manifests do not show nodes and what runs on them: scan the running cluster");
    const nodes = index.ofKind("Node").filter(({ object }) => roomOf(object, "cpu") !== null);
    if (nodes.length === 0) return notAssessable("the snapshot holds no node that says what it can give to pods");
    if (!isWholeCluster(index) || !showsPlacement(index))
      return notAssessable("the snapshot does not show which pods run on the nodes");
    const limits = nodes.flatMap((node) => memoryLimitFaults(node, index));
    if (nodeAutoscalerOf(index) !== null) return limits;
    const asked = (["cpu", "memory"] as const).flatMap((each) =>
      requestFaults(nodes, index, each, mostRequestedPercent),
    );
    return [...asked, ...limits];
  },
});

function roomOf(node: KubernetesObject, resource: Resource): number | null {
  const room = parseQuantity(recordOf(recordOf(node.status).allocatable)[resource]);
  return room !== null && room > 0 ? room : null;
}

/** The most that is asked of all nodes together; one that is cordoned gives nothing and what runs there must move. */
function requestFaults(
  nodes: readonly LocatedObject[],
  index: ClusterIndex,
  resource: Resource,
  mostPercent: number,
): Fault[] {
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const open = nodes.filter(({ object }) => recordOf(object.spec).unschedulable !== true);
  const room = sum(open.map(({ object }) => roomOf(object, resource) ?? 0));
  const asked = sum(nodes.map(({ object }) => amountOn(object, index, "requests", resource)));
  if (room === 0 || asked / room <= mostPercent / 100) return [];
  const share = Math.round((100 * asked) / room);
  const message = `pods ask for ${share} % of the ${resource} that the nodes can give, and nothing adds nodes by itself`;
  return [{ field: "", message }];
}

function memoryLimitFaults(on: LocatedObject, index: ClusterIndex): Fault[] {
  const room = roomOf(on.object, "memory");
  if (room === null) return [];
  const limited = amountOn(on.object, index, "limits", "memory");
  if (limited / room <= MOST_MEMORY_LIMITS) return [];
  const share = Math.round((100 * limited) / room);
  const message = `the memory limits of its pods add up to ${share} % of the memory that it can give`;
  return [{ on, field: "status.allocatable.memory", message }];
}

function amountOn(
  node: KubernetesObject,
  index: ClusterIndex,
  bound: "requests" | "limits",
  resource: Resource,
): number {
  return podsOnNode(node, index).reduce((total, pod) => total + podAmount(pod, bound, resource), 0);
}
