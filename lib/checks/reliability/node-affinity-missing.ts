import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";

/** Labels that tell kinds of nodes apart: what runs there at all, and pools of managed clusters and of Karpenter. */
const KINDS_OF_NODES: readonly string[] = [
  "kubernetes.io/arch",
  "kubernetes.io/os",
  "karpenter.sh/nodepool",
  "eks.amazonaws.com/nodegroup",
  "cloud.google.com/gke-nodepool",
  "kubernetes.azure.com/agentpool",
];

/**
 * Judges whether pods have a nodeSelector, a nodeAffinity or a node. DaemonSets are for every node, and a cluster whose
 * nodes are of one architecture, one system and one pool leaves no choice; manifests do not show the nodes.
 */
export const nodeAffinityMissing = check({
  id: "node-affinity-missing",
  title: "Pods do not say which nodes they need",
  severity: "low",
  layer: "container",
  dimension: "architecture",
  concern: null,
  references: [],
  why: "In a cluster with several kinds of nodes the scheduler takes any that has room: an image for amd64 lands on arm64 and does not start, a database on a machine that may be taken away at any minute, a small job on the node with the expensive graphics card.",
  seeByHand:
    "kubectl get nodes -L kubernetes.io/arch,kubernetes.io/os,node.kubernetes.io/instance-type; kubectl get pods -A -o wide",
  fix: "Name what the pod needs by a nodeSelector or nodeAffinity (kubernetes.io/arch, kubernetes.io/os, the label of a pool); preferred where any node will do in need. Too narrow, and pods wait although nodes are free. A cluster whose nodes are all alike needs none of this.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      nodeSelector: { kubernetes.io/arch: amd64 }
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  of: "workload",
  look: (workload, index) => {
    if (!isJudged(workload) || areAllAlike(index, "nodes")) return NOT_APPLICABLE;
    const { nodeSelector, affinity, nodeName } = workload.pod;
    const asks = [nodeSelector, recordOf(affinity).nodeAffinity].some(
      (value) => Object.keys(recordOf(value)).length > 0,
    );
    if (asks || (typeof nodeName === "string" && nodeName !== "")) return PASS;
    return [{ field: `${workload.podField}.affinity.nodeAffinity`, message: "it would run on any kind of node" }];
  },
});

/** A bare pod that runs has a node; whether it asked for that one cannot be told. */
function isJudged({ ref, pod, object }: Workload): boolean {
  const isPlaced = ref.kind === "Pod" && Object.keys(recordOf(object.status)).length > 0;
  return ref.kind !== "DaemonSet" && !isPlaced && Object.keys(pod).length > 0;
}

const areAllAlike = oncePerIndex((index: ClusterIndex, _: "nodes"): boolean => {
  const kinds = index.ofKind("Node").map(({ object }) => {
    const labels = recordOf(object.metadata.labels);
    return JSON.stringify(KINDS_OF_NODES.map((label) => labels[label]));
  });
  return kinds.length > 0 && new Set(kinds).size === 1;
});
