import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, notAssessable, PASS } from "../check.ts";
import { recordOf, stringsOf } from "../reading/entries.ts";
import { type Program, workloadsRunning } from "../reading/running-program.ts";

/** Network plug-ins, and agents beside one, that enforce NetworkPolicy. */
const ENFORCING: readonly Program[] = [
  { name: "Calico", image: /(^|\/)(calico-node|calico\/node|calico-node-windows)$/ },
  { name: "Cilium", image: /(^|\/)(cilium|cilium-ci|cilium\/cilium)$/ },
  { name: "GKE Dataplane V2", image: /(^|\/)(anetd|gke-cilium|cilium-agent)$/ },
  { name: "Antrea", image: /(^|\/)antrea-(agent-)?(ubuntu|ubi)$|(^|\/)antrea-agent$/ },
  { name: "kube-router", image: /(^|\/)kube-router$/ },
  { name: "Weave Net", image: /(^|\/)weave-npc$/ },
  { name: "OVN-Kubernetes", image: /(^|\/)(ovn-kube-[\w-]+|ovn-kubernetes[\w-]*|ose-ovn-kubernetes[\w-]*|kube-ovn)$/ },
  { name: "OpenShift SDN", image: /(^|\/)(ose-sdn[\w-]*|openshift-sdn)$/ },
  { name: "Azure network policy manager", image: /(^|\/)azure-npm$/ },
  { name: "Romana", image: /(^|\/)romana-agent$/ },
  { name: "kube-network-policies", image: /(^|\/)kube-network-policies$/ },
];

/** Network plug-ins that connect pods and leave policies aside. */
const CONNECTING: readonly Program[] = [
  { name: "Flannel", image: /(^|\/)(flannel|kube-flannel[\w-]*)$/ },
  { name: "Amazon VPC CNI", image: /(^|\/)(amazon-k8s-cni|aws-node)$/ },
  { name: "Azure CNI", image: /(^|\/)(azure-cns|azure-cni[\w-]*)$/ },
  { name: "kubenet", image: /(^|\/)kubenet$/ },
];

/**
 * Judges whether something in the cluster enforces network policies: a plug-in known to do so, the policy agent of
 * Amazon's that is switched on, or the controller inside k3s that is not switched off. A cluster whose plug-in is not
 * visible is not judged.
 */
export const cniWithoutNetworkPolicy = check({
  id: "cni-without-network-policy",
  title: "Network plug-in does not enforce network policies",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["CIS 5.3.1", "NSA network"],
  why: "Kubernetes takes every NetworkPolicy and says that all is well, but it is the plug-in that would have to act on it, and this one does not. So there is no wall between any two pods, whatever your policies say, and nothing will ever report it.",
  seeByHand:
    "kubectl -n kube-system get daemonsets; kubectl -n shop run probe --rm -it --image=busybox -- wget -qO- -T2 http://database:5432",
  fix: "On a managed cluster switch enforcement on: the network policy setting of Amazon's plug-in, Cilium or Calico on AKS, Dataplane V2 on GKE. On your own, install Calico or Cilium (Calico can work beside Flannel, as Canal). Changing the plug-in of a running cluster means new nodes. Before you switch on, read the policies that already lie there: they will all take effect at once.",
  before: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: kube-flannel-ds, namespace: kube-flannel }
spec:
  selector: { matchLabels: { app: flannel } }
  template:
    metadata: { labels: { app: flannel } }
    spec: { containers: [{ name: kube-flannel, image: "ghcr.io/flannel-io/flannel:v0.27.4" }] }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
`,
  after: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: cilium, namespace: kube-system }
spec:
  selector: { matchLabels: { k8s-app: cilium } }
  template:
    metadata: { labels: { k8s-app: cilium } }
    spec: { containers: [{ name: cilium-agent, image: "quay.io/cilium/cilium:v1.18.2" }] }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
`,
  of: "cluster",
  look: (index) => {
    if (workloadsRunning(index, ENFORCING).length > 0) return PASS;
    const [plugin] = workloadsRunning(index, CONNECTING);
    if (plugin && enforcesByAgent(plugin.workload)) return PASS;
    if (!index.live) return notAssessable("manifests do not show the network plug-in: scan the running cluster");
    const k3s = ofK3s(index);
    if (k3s !== null) return k3s ? PASS : [{ field: "", message: "k3s was started with --disable-network-policy" }];
    if (!plugin) return notAssessable("no network plug-in known to this check is visible in the snapshot");
    const { workload, program, image } = plugin;
    const message = `${program} (${image.slice(0, 120)}) connects the pods and enforces no network policies`;
    return [{ on: workload, field: workload.podField, message }];
  },
});

/** Amazon's agent runs beside its plug-in on every node and does nothing unless told to. */
function enforcesByAgent(workload: Workload): boolean {
  return containersOf(workload).some(
    ({ container }) =>
      typeof container.image === "string" &&
      container.image.includes("network-policy-agent") &&
      stringsOf(container.args).some((arg) => /^--enable-network-policy(=true)?$/.test(arg)),
  );
}

/** Whether the k3s servers of the snapshot enforce policies themselves; null without k3s, or when it does not tell. */
function ofK3s(index: ClusterIndex): boolean | null {
  const args = index
    .ofKind("Node")
    .map(({ object }) => recordOf(object.metadata.annotations)["k3s.io/node-args"])
    .filter((text) => typeof text === "string");
  const servers = args.filter((text) => text.includes('"server"'));
  return servers.length === 0 ? null : !servers.some((text) => text.includes("--disable-network-policy"));
}
