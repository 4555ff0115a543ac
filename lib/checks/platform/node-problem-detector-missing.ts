import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, PASS } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { coverageOf } from "../reading/node-coverage.ts";
import type { Program } from "../reading/running-program.ts";

const DETECTORS: readonly Program[] = [
  { name: "node-problem-detector", image: /(^|\/)node-problem-detector[\w-]*$/ },
  { name: "EKS node monitoring agent", image: /(^|\/)eks-node-monitoring-agent$/ },
];

/** Conditions that a detector adds to a node, beside the five of the kubelet. GKE and AKS run theirs outside of pods. */
const DETECTED: ReadonlySet<unknown> = new Set([
  "KernelDeadlock",
  "ReadonlyFilesystem",
  "CorruptDockerOverlay2",
  "FrequentKubeletRestart",
  "FrequentDockerRestart",
  "FrequentContainerdRestart",
  "FrequentUnregisterNetDevice",
  "KubeletProblem",
  "ContainerRuntimeProblem",
  "FilesystemCorruptionProblem",
  "KernelReady",
  "StorageReady",
  "NetworkingReady",
  "ContainerRuntimeReady",
  "AcceleratedHardwareReady",
]);

/** Judges whether something watches kernel, disk and runtime of each node: by the conditions that it adds, else by its DaemonSet. */
export const nodeProblemDetectorMissing = check({
  id: "node-problem-detector-missing",
  title: "Nothing watches nodes for failing hardware and kernels",
  severity: "low",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "The kubelet says Ready as long as it runs itself. A deadlocked kernel, a file system that went read-only or a runtime that restarts all day stays invisible; pods on that node fail in strange ways, and people look for the error in the applications.",
  seeByHand:
    'kubectl get nodes -o jsonpath=\'{range .items[*]}{.metadata.name}{"\\t"}{.status.conditions[*].type}{"\\n"}{end}\'',
  fix: "Run node-problem-detector as a DaemonSet that tolerates every taint, or switch on what your provider brings (GKE and AKS have it, EKS as an add-on). It only reports: alert on its conditions, or let the provider's repair replace the node. It reads the kernel's log, so it needs host access; keep it in a namespace of the platform.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { conditions: [{ type: Ready, status: "True" }] }
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { conditions: [{ type: Ready, status: "True" }, { type: KernelDeadlock, status: "False" }] }
`,
  of: "cluster",
  look: (index) => {
    const watched = watchedNodes(index);
    if (watched > 0 && watched === index.ofKind("Node").length) return PASS;
    return coverageOf(
      index,
      "a detector of node problems",
      DETECTORS,
      watched > 0
        ? `something detects problems on ${watched} of ${index.ofKind("Node").length} nodes`
        : "nothing detects problems of nodes (no node-problem-detector, no conditions of one)",
    );
  },
});

function watchedNodes(index: ClusterIndex): number {
  return index
    .ofKind("Node")
    .filter(({ object }) => recordsOf(recordOf(object.status).conditions).some(({ entry }) => DETECTED.has(entry.type)))
    .length;
}
