import { check } from "../check.ts";
import { judgeKubelets } from "../reading/kubelet-settings.ts";

/**
 * Restricted: readOnlyPort of the kubelet. Unset it is 0 in a configuration file, and 10255 where there are flags alone.
 * Allowed: 0.
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
  look: (index) =>
    judgeKubelets(index, { path: "readOnlyPort", flag: "read-only-port", unset: 0, unsetByFlags: 10255 }, (port) =>
      Number(port) === 0 ? null : `the kubelet serves its read-only port ${JSON.stringify(port)}`,
    ),
});
