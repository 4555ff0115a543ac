import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, notAssessable } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { parseQuantity } from "../reading/quantity.ts";

/**
 * The share of what a node can give to pods from which its use is high: for memory lower, because a pod beyond it is
 * killed, where one without CPU only waits.
 */
const HIGH: Readonly<Record<"cpu" | "memory", number>> = { cpu: 0.9, memory: 0.8 };

/** Judges the use that metrics-server measured (NodeMetrics) against status.allocatable of each Node. */
export const nodeUsageHigh = check({
  id: "node-usage-high",
  title: "Node is nearly full by what it really uses",
  severity: "medium",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "A node in this state has no room for a peak, a rollout or the pods of a neighbour that fails. Memory runs out first and the kernel chooses what to kill; when CPU runs out everything on the node becomes slow, health checks included, and pods restart that were well.",
  seeByHand: "kubectl top nodes",
  fix: "Look whether one pod takes it all, or all of them a little more than they ask for: raise the requests to what is used, and the scheduler spreads them better. Then add a node, or let an autoscaler do it. A single measure may have been a peak; look at a week before you buy.",
  before: `apiVersion: metrics.k8s.io/v1beta1
kind: NodeMetrics
metadata: { name: worker-1 }
usage: { cpu: 1200m, memory: 7200Mi }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { allocatable: { cpu: "4", memory: 8Gi } }
`,
  after: `apiVersion: metrics.k8s.io/v1beta1
kind: NodeMetrics
metadata: { name: worker-1 }
usage: { cpu: 1200m, memory: 4Gi }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { allocatable: { cpu: "4", memory: 8Gi } }
`,
  of: "cluster",
  look: (index) => {
    const measured = index.ofKind("NodeMetrics").flatMap(({ object }) => {
      const node = index.find("Node", "", object.metadata.name);
      return node ? [{ node, usage: recordOf(object.usage) }] : [];
    });
    if (measured.length === 0)
      return notAssessable(
        "the snapshot holds no use of nodes (NodeMetrics): add `kubectl get nodes.metrics.k8s.io -o json` to it",
      );
    return measured.flatMap(({ node, usage }) => [
      ...faultOf(node, "cpu", usage.cpu),
      ...faultOf(node, "memory", usage.memory),
    ]);
  },
});

function faultOf(on: LocatedObject, resource: "cpu" | "memory", usage: unknown): Fault[] {
  const has = parseQuantity(recordOf(recordOf(on.object.status).allocatable)[resource]);
  const uses = parseQuantity(usage);
  if (has === null || uses === null || has <= 0 || uses / has < HIGH[resource]) return [];
  const share = Math.round((100 * uses) / has);
  const message = `the node uses ${share} % of the ${resource} that it has for pods`;
  return [{ on, field: `status.allocatable.${resource}`, message }];
}
