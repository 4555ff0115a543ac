import { check } from "../check.ts";
import { judgeKubelets } from "../reading/kubelet-settings.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: rotateCertificates of the kubelet, off unless set (kubeadm sets it).
 * Allowed: true.
 */
export const kubeletRotateCertificates = check({
  id: "kubelet-rotate-certificates",
  title: "Kubelet's client certificate is never renewed",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 4.2.10"],
  why: "The certificate by which the kubelet signs in at the API server ends after a year. Without rotation all nodes that joined together fall out of the cluster together, on a day that nobody has in a calendar.",
  seeByHand: "kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq .kubeletconfig.rotateCertificates",
  fix: "Set rotateCertificates: true and restart the kubelet. The controller manager must sign such requests (--cluster-signing-cert-file), which kubeadm and the distributions have set up.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
rotateCertificates: false
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
rotateCertificates: true
`,
  of: "cluster",
  look: (index) =>
    judgeKubelets(index, { path: "rotateCertificates", flag: "rotate-certificates", unset: false }, (rotates) =>
      switchOf(rotates) === true ? null : "the kubelet does not renew its client certificate",
    ),
});
