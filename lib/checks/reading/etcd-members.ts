import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { programsOf } from "./control-plane-program.ts";
import { recordOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";

/** One etcd of the control plane: what it is called, how many members are in sight, and the pod of one where there are. */
export type EtcdCluster = { name: string; members: number; on?: LocatedObject };

const NODE_ROLE = "node-role.kubernetes.io/etcd";
/** Those of a server that asks the etcd on its own machine, whose siblings it does not know. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i;

/**
 * The etcd clusters behind the API server, by the largest number of members that anything tells: static pods (kubeadm,
 * RKE2, OpenShift, kOps, which has two clusters), the role that k3s and RKE2 note on nodes, and the servers that the API
 * server is told to ask. A single address there may be a balancer and counts for nothing.
 */
export function etcdClustersOf(index: ClusterIndex): EtcdCluster[] {
  const pods = Map.groupBy(
    index.ofKind("Pod").filter(({ object }) => isMember(object, index)),
    ({ object }) => clusterOf(object),
  );
  const clusters = [...pods].map(([name, members]) => ({ name, members: machinesOf(members), on: members[0] }));
  const main = clusters.find(({ name }) => name === "etcd");
  const elsewhere = Math.max(nodesWithRole(index), serversAsked(index));
  if (main) main.members = Math.max(main.members, elsewhere);
  else if (elsewhere > 0) clusters.push({ name: "etcd", members: elsewhere, on: undefined });
  return clusters;
}

/** A pod of the control plane's etcd on a cluster. The manifest of a static pod runs on who knows how many machines. */
function isMember(pod: KubernetesObject, index: ClusterIndex): boolean {
  const labels = recordOf(pod.metadata.labels);
  const isEtcd =
    namespaceOf(pod) === "openshift-etcd"
      ? labels.app === "etcd"
      : namespaceOf(pod) === "kube-system" && (labels.component === "etcd" || isManager(labels["k8s-app"]));
  const runs = typeof recordOf(pod.spec).nodeName === "string" || pod.metadata.name.startsWith("etcd-");
  return isEtcd && (index.live || runs);
}

/** "etcd-manager-main" and "etcd-manager-events" of kOps. */
function isManager(app: unknown): boolean {
  return typeof app === "string" && app.startsWith("etcd-manager");
}

function clusterOf({ metadata }: KubernetesObject): string {
  const app = recordOf(metadata.labels)["k8s-app"];
  return typeof app === "string" && isManager(app) && app !== "etcd-manager-main" ? app : "etcd";
}

function machinesOf(pods: readonly LocatedObject[]): number {
  return new Set(
    pods.map(({ object }) => {
      const { nodeName } = recordOf(object.spec);
      return typeof nodeName === "string" ? `node ${nodeName}` : `pod ${object.metadata.name}`;
    }),
  ).size;
}

function nodesWithRole(index: ClusterIndex): number {
  return index.ofKind("Node").filter(({ object }) => {
    const role = recordOf(object.metadata.labels)[NODE_ROLE];
    return role !== undefined && role !== "false";
  }).length;
}

function serversAsked(index: ClusterIndex): number {
  const servers = new Set(
    programsOf(index, "kube-apiserver").flatMap((line) => {
      const hosts = (line.flag("etcd-servers")?.value ?? "").split(",").map(hostOf);
      return hosts.filter((host) => host !== "" && !LOOPBACK.test(host));
    }),
  );
  return servers.size > 1 ? servers.size : 0;
}

/** "https://10.0.0.1:2379" -> "10.0.0.1", "https://[fd00::1]:2379" -> "[fd00::1]". */
function hostOf(address: string): string {
  return /^(?:[a-z]+:\/\/)?(\[[^\]]*\]|[^:/]*)/i.exec(address.trim())?.[1] ?? "";
}
