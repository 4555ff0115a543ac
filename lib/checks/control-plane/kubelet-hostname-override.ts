import { check } from "../check.ts";
import { judgeKubelets } from "../reading/kubelet-settings.ts";

/**
 * Restricted: the flag --hostname-override of the kubelet, which no configuration file sets.
 * Allowed: unset.
 */
export const kubeletHostnameOverride = check({
  id: "kubelet-hostname-override",
  title: "Kubelet goes by a name that is not its host's",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 4.2.7"],
  why: "Certificates, the authorization of nodes and audit logs all go by the node's name. A name given by hand can be one that another node has, or one that no certificate carries: TLS checks get switched off to make it work.",
  seeByHand: "ps -ef | grep -o -- '--hostname-override=[^ ]*'",
  fix: "Name the host as the node is to be called and remove --hostname-override. The node then joins under the new name: drain it, delete the old Node object, let it join again. Some clouds require the flag to match their instance names; accept it there with that reason.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-a, annotations: { k3s.io/node-args: '["agent","--kubelet-arg","hostname-override=worker-a"]' } }
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kubelet, namespace: kube-system }
spec: { containers: [{ name: kubelet, image: "registry.example/kubelet:1.36.1", command: [kubelet, --node-ip=10.0.0.7] }] }
`,
  of: "cluster",
  look: (index) =>
    judgeKubelets(index, { path: null, flag: "hostname-override", unset: "" }, (name) =>
      name === "" ? null : `the kubelet calls its node ${JSON.stringify(name)}, whatever the host is called`,
    ),
});
