import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, notAssessable, PASS } from "../check.ts";
import { clusterDnsOf } from "../reading/cluster-dns.ts";
import { recordOf, stringsOf } from "../reading/entries.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { autoscalerOf, isReplicated, replicaFloor } from "../reading/replica-floor.ts";

/** One may be drained, updated or lost while the other answers. */
const FEWEST = 2;

/**
 * Judges how many replicas the cluster's DNS keeps: spec.replicas of CoreDNS or kube-dns, or the floor of the autoscaler
 * that owns the number. Allowed: two and more, or one on each node. A budget is asked for by pdb-missing.
 */
export const corednsSingleReplica = check({
  id: "coredns-single-replica",
  title: "Cluster DNS runs as a single replica",
  severity: "high",
  layer: "cluster",
  dimension: "architecture",
  concern: null,
  references: [],
  why: "Nearly every call in the cluster starts with a name. While the only DNS pod is drained, updated or on a node that fails, all services fail at the same moment, retries pile up on the next one, and the errors point everywhere but at DNS.",
  seeByHand: "kubectl -n kube-system get deploy,daemonset,pods -l k8s-app=kube-dns -o wide",
  fix: "Run at least two replicas on different nodes and zones: kubectl -n kube-system scale deploy coredns --replicas=2, and write it where your installer keeps it (the add-on's settings at a provider, a HelmChartConfig for k3s), or the next upgrade takes it back. Add a PodDisruptionBudget, and the cluster-proportional autoscaler once there are more than a few nodes. It costs some 70 MiB.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: coredns, namespace: kube-system }
spec:
  replicas: 1
  selector: { matchLabels: { k8s-app: kube-dns } }
  template:
    metadata: { labels: { k8s-app: kube-dns } }
    spec: { containers: [{ name: coredns, image: "registry.k8s.io/coredns/coredns:v1.12.4" }] }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: coredns, namespace: kube-system }
spec:
  replicas: 2
  selector: { matchLabels: { k8s-app: kube-dns } }
  template:
    metadata: { labels: { k8s-app: kube-dns } }
    spec: { containers: [{ name: coredns, image: "registry.k8s.io/coredns/coredns:v1.12.4" }] }
`,
  of: "cluster",
  look: (index) => {
    const servers = clusterDnsOf(index);
    const [first] = servers;
    if (!first) return notAssessable("no workload in the snapshot is known as the cluster's DNS (CoreDNS or kube-dns)");
    const counts = servers.map((server) => replicasOf(server, index));
    const known = counts.filter((count) => count !== null).reduce((sum, count) => sum + count, 0);
    if (known >= FEWEST) return PASS;
    if (counts.includes(null)) return notAssessable("how many replicas the cluster's DNS runs is not in the snapshot");
    const { object, at, lineOf } = first;
    const on = { object, at, ...(lineOf ? { lineOf } : {}) };
    const message =
      known === 0 ? "the cluster's DNS is scaled to nothing" : "the cluster's DNS runs as a single replica";
    const scaler = autoscalerOf(first, index)?.object.object;
    const because = scaler ? `: ${scaler.kind} "${scaler.metadata.name.slice(0, 100)}" lets it` : "";
    return [{ on, field: object.kind === "Pod" ? "metadata.labels" : "spec.replicas", message: message + because }];
  },
});

/** Pods that a server keeps in ordinary times; null when the snapshot does not tell. */
function replicasOf(server: Workload, index: ClusterIndex): number | null {
  if (server.ref.kind === "DaemonSet") return Math.max(index.ofKind("Node").length, FEWEST);
  if (server.ref.kind === "Pod") return 1;
  if (!isReplicated(server)) return index.podsOf(server).length || null;
  const isLeftOpen = typeof recordOf(server.object.spec).replicas !== "number" && !autoscalerOf(server, index);
  return isLeftOpen && isScaledByCluster(server, index) ? null : replicaFloor(server, index);
}

/** True when a cluster-proportional autoscaler names the workload as its target: it sets the number on the cluster. */
function isScaledByCluster({ ref }: Workload, index: ClusterIndex): boolean {
  const target = `--target=${ref.kind}/${ref.name}`.toLowerCase();
  return index.workloads.some(
    (workload) =>
      namespaceOf(workload) === namespaceOf({ ref }) &&
      containersOf(workload).some(({ container: { command, args } }) =>
        [...stringsOf(command), ...stringsOf(args)].some((word) => word.toLowerCase() === target),
      ),
  );
}
