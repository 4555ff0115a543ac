import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, type Fault, notAssessable, PASS } from "../check.ts";
import { whyUnseen } from "../reading/control-plane-program.ts";
import { recordOf } from "../reading/entries.ts";

const UNSEEN =
  "the snapshot holds no kubelet configuration: add the ConfigMap kube-system/kubelet-config, or import kube-bench";

/**
 * Restricted: readOnlyPort of the kubelet's configuration: the ConfigMap kube-system/kubelet-config of kubeadm, a
 * KubeletConfiguration in the snapshot, or the arguments that k3s notes on its nodes.
 * Allowed: 0, and unset in a configuration file, where it means 0.
 */
export const kubeletReadOnlyPort = check({
  id: "kubelet-read-only-port",
  title: "Kubelet serves its read-only port",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 4.2.4", "O25:K06"],
  why: "On the read-only port the kubelet tells anyone who asks, without a credential, which pods run on the node, with their environment variables, images and addresses. It is the map that an intruder in any pod draws first.",
  seeByHand: "kubectl -n kube-system get configmap kubelet-config -o yaml | grep readOnlyPort",
  fix: "Set readOnlyPort: 0 in the kubelet's configuration and restart it node by node. Old monitoring that scrapes port 10255 must move to 10250 with a token.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
readOnlyPort: 10255
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
readOnlyPort: 0
`,
  of: "cluster",
  look: (index) => {
    const seen = [...fromConfigMaps(index), ...fromConfigurations(index), ...fromNodeArguments(index)];
    if (seen.length === 0) return notAssessable(whyUnseen(index, "the kubelet", UNSEEN));
    const open = seen.filter(({ port }) => port !== 0);
    if (open.length === 0) return PASS;
    return open.map(({ on, field, port }) => ({ on, field, message: `the kubelet serves its read-only port ${port}` }));
  },
});

type Seen = Omit<Fault, "message"> & { port: number };

function fromConfigMaps(index: ClusterIndex): Seen[] {
  return index.ofKind("ConfigMap").flatMap((on) => {
    const { name, namespace } = on.object.metadata;
    if (namespace !== "kube-system" || !/^kubelet-config(-1\.\d+)?$/.test(String(name))) return [];
    const { kubelet } = recordOf(on.object.data);
    if (typeof kubelet !== "string") return [];
    return [{ on, field: "data.kubelet", port: Number(/^readOnlyPort:\s*(\d+)/m.exec(kubelet)?.[1] ?? 0) }];
  });
}

function fromConfigurations(index: ClusterIndex): Seen[] {
  return index
    .ofKind("KubeletConfiguration")
    .map((on) => ({ on, field: "readOnlyPort", port: Number(on.object.readOnlyPort ?? 0) }));
}

/** k3s closes the port itself; its notes on the node count only where they open it again. */
function fromNodeArguments(index: ClusterIndex): Seen[] {
  return index.ofKind("Node").flatMap((on) => {
    const port = /read-only-port=(\d+)/.exec(String(on.object.metadata.annotations?.["k3s.io/node-args"] ?? ""))?.[1];
    return port === undefined ? [] : [{ on, field: "metadata.annotations", port: Number(port) }];
  });
}
