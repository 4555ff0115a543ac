import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { cloudOf } from "../reading/cloud-provider.ts";
import { objectsIn } from "../reading/namespaced.ts";
import { nodeAutoscalerOf } from "../reading/node-autoscaler.ts";
import { absenceOf } from "../reading/presence.ts";

/**
 * Judges whether something adds nodes when pods find no room, on clouds where nodes can be added. Where the provider runs
 * the control plane its autoscaler is out of sight: it is told by the status that it writes into kube-system, so without
 * the ConfigMaps of kube-system nothing is decided. On machines of one's own there is nothing to ask for.
 */
export const nodeAutoscalerMissing = check({
  id: "node-autoscaler-missing",
  title: "Nothing adds nodes when pods need room",
  severity: "low",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "Pods scale out until the nodes are full, then they wait. On a busy evening, or when a zone fails and its pods look for a place, somebody has to be awake to add machines. The rest of the year all the machines of the peak are paid for.",
  seeByHand:
    "kubectl get deploy -A | grep -Ei 'cluster-autoscaler|karpenter'; kubectl -n kube-system get cm cluster-autoscaler-status",
  fix: "Switch on the node pools' autoscaling or install Karpenter, with a highest number that the budget knows. It works on requests: pods without them get no node. It also takes nodes away, so give workloads a PodDisruptionBudget and more than one replica first. New nodes take minutes; pods of low priority hold room for a sudden peak.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
spec: { providerID: aws:///eu-central-1a/i-0abc }
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
spec: { providerID: aws:///eu-central-1a/i-0abc }
---
apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: general }
spec: { limits: { cpu: 200 } }
`,
  of: "cluster",
  look: (index) => {
    if (nodeAutoscalerOf(index) !== null) return PASS;
    const cloud = cloudOf(index);
    if (cloud === null) return NOT_APPLICABLE;
    if (index.managedControlPlane === true && objectsIn(index, "ConfigMap", "kube-system").length === 0)
      return notAssessable(
        "the provider may run the node autoscaler out of sight: look at the node pools there, or add the ConfigMaps of kube-system to the snapshot",
      );
    return absenceOf(
      index,
      "a node autoscaler",
      `nothing adds nodes${cloud ? ` on ${cloud.name}` : ""} (no Cluster Autoscaler, no Karpenter)`,
    );
  },
});
