import { check, PASS } from "../check.ts";
import { conditionOf, hasConditions } from "../reading/condition.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

/** Restricted field: the condition Ready of a Node. Allowed: True.. */
export const nodeNotReady = check({
  id: "node-not-ready",
  title: "Node is not ready",
  severity: "high",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "Nothing new is scheduled on this node, and after some minutes its pods are moved, if the others have room. When the kubelet no longer reports at all, nobody knows what still runs there, and volumes stay attached to it.",
  seeByHand: "kubectl get nodes; kubectl describe node worker-1",
  fix: "Read the reason in the condition, then the kubelet's log on the machine: disk, memory, network plug-in and expired certificates are the usual four. A node that you cannot mend within minutes is better drained and replaced. If nobody was told before you looked, add an alert for this condition.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status:
  conditions: [{ type: Ready, status: "Unknown", reason: NodeStatusUnknown, message: Kubelet stopped posting node status. }]
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status:
  conditions: [{ type: Ready, status: "True", reason: KubeletReady }]
`,
  of: "object",
  kinds: ["Node"],
  look: (located, index) => {
    if (!hasConditions(located.object))
      return sayOnceOfKind(located, index, "the nodes have no status here: scan the running cluster");
    const ready = conditionOf(located.object, "Ready");
    if (!ready) return [{ field: "status.conditions", message: "the node does not say whether it is ready" }];
    if (ready.status === "True") return PASS;
    const what = ready.status === "False" ? "is not ready" : "has stopped reporting";
    return [{ field: ready.field, message: `the node ${what}${ready.words}` }];
  },
});
