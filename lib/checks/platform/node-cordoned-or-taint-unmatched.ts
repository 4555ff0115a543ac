import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { tolerates } from "../reading/toleration.ts";

/** Taints that Kubernetes and its installers set themselves: they say a state or a role, and nobody's pods need match. */
const OWN_TAINTS = /^(node\.(kubernetes|cloudprovider\.kubernetes)\.io\/|node-role\.kubernetes\.io\/)/;

/**
 * Judges that a node takes pods: it is not cordoned, and some workload tolerates each taint that keeps pods away. A
 * DaemonSet does not count, for agents tolerate everything and bring no work. Nodes are told by a whole cluster alone.
 */
export const nodeCordonedOrTaintUnmatched = check({
  id: "node-cordoned-or-taint-unmatched",
  title: "Node takes no pods",
  severity: "low",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: [],
  why: "You pay for a machine that no application can use. Mostly it was cordoned for a repair and then forgotten, or the workload that its taint was made for has gone; it shows on the day when another node fails and the pods find no room.",
  seeByHand:
    "kubectl get nodes -o custom-columns=NAME:.metadata.name,CORDONED:.spec.unschedulable,TAINTS:.spec.taints[*].key",
  fix: "Uncordon the node when the work on it is done (kubectl uncordon), or drain and remove it. For a taint, ask its owner: give the workload its toleration back, or take the taint off. Pools that scale to zero need no node at all in the meantime.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
spec: { unschedulable: true }
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
spec: { unschedulable: false }
`,
  of: "object",
  kinds: ["Node"],
  look: ({ object }, index) => {
    if (!index.live) return NOT_APPLICABLE;
    const { unschedulable, taints } = recordOf(object.spec);
    const faults: Fault[] = [];
    if (unschedulable === true)
      faults.push({ field: "spec.unschedulable", message: "the node is cordoned, so no pod is scheduled on it" });
    for (const { entry, at } of recordsOf(taints)) {
      const { key, effect, value } = entry;
      if (typeof key !== "string" || OWN_TAINTS.test(key) || (effect !== "NoSchedule" && effect !== "NoExecute"))
        continue;
      if (!isWholeCluster(index) || tolerationsIn(index, "").some((toleration) => tolerates(toleration, entry)))
        continue;
      const taint = typeof value === "string" && value !== "" ? `${key}=${value}` : key;
      faults.push({
        field: `spec.taints[${at}]`,
        message: `no workload tolerates its taint ${taint}:${effect}, so nothing but agents runs on it`,
      });
    }
    return faults;
  },
});

type Fields = Record<string, unknown>;

/** The different tolerations of all workloads that are no agents. */
const tolerationsIn = oncePerIndex((index: ClusterIndex, _: string): readonly Fields[] => {
  const different = new Map<string, Fields>();
  for (const { ref, pod } of index.workloads) {
    if (ref.kind === "DaemonSet") continue;
    for (const { entry } of recordsOf(pod.tolerations)) {
      const { key, operator, value, effect } = entry;
      different.set(JSON.stringify([key, operator, value, effect]), { key, operator, value, effect });
    }
  }
  return [...different.values()];
});
