import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { commandLineOf } from "./command-line.ts";
import { recordOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";

const CONTROL_PLANE = ["kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd"];
/** By which the API server marks what a kubelet runs from a file on its node. */
const MIRROR = "kubernetes.io/config.mirror";

/**
 * True for a pod that a cluster of one's own cannot be without, and not with less power over its node: the control plane
 * that a kubelet runs from files, and kube-proxy. Their templates are settled, and written again by each upgrade; their
 * flags are judged by checks of their own.
 */
export function isKubernetesOwnPod(workload: Workload): boolean {
  if (namespaceOf(workload) !== "kube-system") return false;
  if (workload.ref.kind === "DaemonSet") return runs(workload, ["kube-proxy"]);
  const isMirror = recordOf(workload.object.metadata.annotations)[MIRROR] !== undefined;
  return isMirror && runs(workload, CONTROL_PLANE);
}

function runs(workload: Workload, programs: readonly string[]): boolean {
  const containers = containersOf(workload).filter(({ role }) => role === "container");
  return (
    containers.length > 0 &&
    containers.every(({ container, field }) => programs.some((program) => commandLineOf(container, field, program)))
  );
}
