import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { podPartOf } from "#lib/kubernetes/pod-template.ts";
import { check, type Fault, notAssessable } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";
import { tolerates } from "../reading/toleration.ts";

/**
 * Taints that say a passing state, the role of a control plane, or a node that takes no agents at all. That an agent is
 * missing on control-plane nodes is a question of the agent: the checks for log collectors and sensors ask it.
 */
const NOT_COUNTED =
  /^(node\.(kubernetes|cloudprovider\.kubernetes)\.io\/|node-role\.kubernetes\.io\/(control-plane|master|etcd|controlplane)$|CriticalAddonsOnly$|eks\.amazonaws\.com\/compute-type$|virtual-kubelet\.io\/|karpenter\.sh\/)/;

/**
 * Judges status.numberReady of a DaemonSet against desiredNumberScheduled, and, where it asks for no special nodes, whether
 * a taint keeps it from some node.
 */
export const daemonsetNotOnAllNodes = check({
  id: "daemonset-not-on-all-nodes",
  title: "DaemonSet does not run on all of its nodes",
  severity: "medium",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "Agents do what nobody else does on a node: network, storage, logs, detection. Where one is missing, that node's pods are unseen or unprotected, and nothing says so, because everything else runs.",
  seeByHand: "kubectl get daemonsets -A; kubectl -n logging describe daemonset fluent-bit",
  fix: "For pods that are not ready, read their events: most want memory, a port that is taken, or a kernel that the node lacks. For nodes that a taint keeps away, add the toleration (operator: Exists takes them all, for agents that belong everywhere), and give agents a high priority so that they find room on a full node.",
  before: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: fluent-bit, namespace: logging }
spec:
  selector: { matchLabels: { app: fluent-bit } }
  template:
    metadata: { labels: { app: fluent-bit } }
    spec: { containers: [{ name: fluent-bit, image: "cr.fluentbit.io/fluent/fluent-bit:4.1.0" }] }
status: { desiredNumberScheduled: 3, numberReady: 2 }
`,
  after: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: fluent-bit, namespace: logging }
spec:
  selector: { matchLabels: { app: fluent-bit } }
  template:
    metadata: { labels: { app: fluent-bit } }
    spec: { containers: [{ name: fluent-bit, image: "cr.fluentbit.io/fluent/fluent-bit:4.1.0" }] }
status: { desiredNumberScheduled: 3, numberReady: 3 }
`,
  of: "object",
  kinds: ["DaemonSet"],
  look: (located, index) => {
    const { desiredNumberScheduled: desired, numberReady } = recordOf(located.object.status);
    if (typeof desired !== "number") {
      if (index.live && located.object.status !== undefined)
        return notAssessable("the DaemonSet does not say where it runs");
      return sayOnceOfKind(located, index, "manifests do not show where agents run: scan the running cluster");
    }
    const ready = typeof numberReady === "number" ? numberReady : 0;
    const faults: Fault[] = [];
    if (ready < desired) faults.push({ field: "status.numberReady", message: `${ready} of ${desired} pods are ready` });
    return [...faults, ...taintFaults(located, index)];
  },
});

/** The taints of nodes that keep a DaemonSet away which says nowhere that it wants special nodes. */
function taintFaults({ object }: LocatedObject, index: ClusterIndex): Fault[] {
  const { pod } = podPartOf(object);
  const isForAll =
    Object.keys(recordOf(pod.nodeSelector)).every((label) => label.endsWith("kubernetes.io/os")) &&
    recordOf(pod.affinity).nodeAffinity === undefined;
  if (!isForAll || !isWholeCluster(index)) return [];
  const own = recordsOf(pod.tolerations).map(({ entry }) => entry);
  const strange = taintsOf(index, "nodes").filter(
    ({ taint }) => !own.some((toleration) => tolerates(toleration, taint)),
  );
  return strange.map(({ taint, nodes }) => ({
    field: "spec.template.spec.tolerations",
    message: `it does not tolerate the taint ${taint.key}:${taint.effect}, so ${nodes} of ${index.ofKind("Node").length} nodes are without it`,
  }));
}

type Taint = { taint: Record<string, unknown>; nodes: number };

/** The different taints of all nodes that keep pods away, with how many nodes have each. */
const taintsOf = oncePerIndex((index: ClusterIndex, _: "nodes"): readonly Taint[] => {
  const different = new Map<string, Taint>();
  for (const { object } of index.ofKind("Node"))
    for (const taint of taintsOfNode(object)) {
      const key = JSON.stringify([taint.key, taint.value, taint.effect]);
      const known = different.get(key);
      if (known) known.nodes++;
      else different.set(key, { taint, nodes: 1 });
    }
  return [...different.values()];
});

function taintsOfNode(node: KubernetesObject): Record<string, unknown>[] {
  const { taints, unschedulable } = recordOf(node.spec);
  if (unschedulable === true) return [];
  return recordsOf(taints)
    .map(({ entry }) => entry)
    .filter(
      ({ key, effect }) =>
        typeof key === "string" && !NOT_COUNTED.test(key) && /^No(Schedule|Execute)$/.test(String(effect)),
    );
}
