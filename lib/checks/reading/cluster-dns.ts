import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { namespaceOf } from "./namespaced.ts";
import { podLabelsOf } from "./pod-template.ts";
import { imageName } from "./running-program.ts";

/** Where the cluster's own DNS runs; a CoreDNS elsewhere serves somebody's own zone or a virtual cluster. */
const NAMESPACES: ReadonlySet<string> = new Set(["kube-system", "openshift-dns"]);
const SERVERS = /^([\w-]+-)?coredns$|^(k8s-dns-)?kube-?dns(-\w+)?$/;
const KINDS: ReadonlySet<string> = new Set(["Deployment", "DaemonSet", "StatefulSet", "ReplicaSet", "Pod"]);

/**
 * The workloads that answer names for the whole cluster, told by image or label: CoreDNS or kube-dns. Caches on the nodes
 * and autoscalers of DNS are none.
 */
export function clusterDnsOf(index: ClusterIndex): Workload[] {
  return index.workloads.filter((workload) => {
    if (!NAMESPACES.has(namespaceOf(workload)) || !KINDS.has(workload.ref.kind)) return false;
    const label = podLabelsOf(workload)["k8s-app"];
    const isOpenShifts = podLabelsOf(workload)["dns.operator.openshift.io/daemonset-dns"] === "default";
    return (
      isOpenShifts ||
      label === "kube-dns" ||
      containersOf(workload).some(({ container }) => SERVERS.test(imageName(container.image)))
    );
  });
}
