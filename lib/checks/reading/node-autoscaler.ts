import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { recordOf } from "./entries.ts";
import { type Program, workloadsRunning } from "./running-program.ts";

const AUTOSCALERS: readonly Program[] = [
  { name: "Cluster Autoscaler", image: /(^|\/)(cluster-autoscaler[\w-]*|autoscaling\/cluster-autoscaler)$/ },
  { name: "Karpenter", image: /(^|\/)(karpenter|karpenter\/controller|karpenter-[\w-]+)$/ },
  { name: "Ocean by Spot", image: /(^|\/)(spotinst-kubernetes-cluster-controller|ocean-controller|spot-connect)$/ },
  { name: "CAST AI", image: /castai\/cluster-controller$|(^|\/)castai-cluster-controller$/ },
];

/** Objects by which Karpenter, and the automatic modes of clouds that are built on it, are told which nodes to add. */
const POOLS: readonly { kind: string; group: RegExp }[] = [
  { kind: "NodePool", group: /^karpenter\.sh\// },
  { kind: "Provisioner", group: /^karpenter\.sh\// },
  { kind: "MachineAutoscaler", group: /^autoscaling\.openshift\.io\// },
  { kind: "ClusterAutoscaler", group: /^autoscaling\.openshift\.io\// },
];

/** Labels of nodes that came by themselves, or that need none beside them. */
const AUTOMATIC =
  /^(karpenter\.sh\/(nodepool|provisioner-name|initialized)|kubernetes\.azure\.com\/nodepool-autoscaled)$/;

/** What adds nodes when pods need them, in words; null when nothing of the kind is seen. */
export function nodeAutoscalerOf(index: ClusterIndex): string | null {
  const [running] = workloadsRunning(index, AUTOSCALERS);
  if (running) return running.program;
  const pool = POOLS.find(({ kind, group }) => index.ofKind(kind).some(({ object }) => group.test(object.apiVersion)));
  if (pool) return pool.kind;
  // The autoscaler of a managed cluster runs out of sight, but writes down how it goes.
  if (index.find("ConfigMap", "kube-system", "cluster-autoscaler-status")) return "Cluster Autoscaler";
  const nodes = index.ofKind("Node").map(({ object }) => object);
  if (nodes.some(cameByItself)) return "automatic node pools";
  return nodes.length > 0 && nodes.every(isServerless) ? "serverless nodes" : null;
}

function cameByItself(node: KubernetesObject): boolean {
  const labels = recordOf(node.metadata.labels);
  const isAutopilot = node.metadata.name.startsWith("gk3-");
  return (
    isAutopilot ||
    labels["eks.amazonaws.com/compute-type"] === "auto" ||
    Object.keys(labels).some((label) => AUTOMATIC.test(label))
  );
}

function isServerless(node: KubernetesObject): boolean {
  const labels = recordOf(node.metadata.labels);
  return labels["eks.amazonaws.com/compute-type"] === "fargate" || labels.type === "virtual-kubelet";
}
