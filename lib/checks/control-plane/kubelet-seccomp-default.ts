import { check } from "../check.ts";
import { judgeKubelets } from "../reading/kubelet-settings.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: seccompDefault of the kubelet, off unless set (feature stable since Kubernetes 1.27).
 * Allowed: true.
 */
export const kubeletSeccompDefault = check({
  id: "kubelet-seccomp-default",
  title: "Pods that ask for nothing run without seccomp",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "pod-security-standards",
  references: ["CIS 4.2.14"],
  why: "A pod without a seccomp profile may make every call of the kernel, among them those by which containers have been left before. The kubelet can give all of them the runtime's profile at no cost; it does not unless told.",
  seeByHand: "kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq .kubeletconfig.seccompDefault",
  fix: "Set seccompDefault: true and restart the kubelet node by node; pods get the profile when they start anew. Programs that trace, profile or mount may miss calls: try a node with a sample of everything first, and give such pods a profile of their own.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
seccompDefault: false
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
seccompDefault: true
`,
  of: "cluster",
  look: (index) =>
    judgeKubelets(index, { path: "seccompDefault", flag: "seccomp-default", unset: false }, (isOn) =>
      switchOf(isOn) === true ? null : "the kubelet leaves pods that name no profile without seccomp",
    ),
});
