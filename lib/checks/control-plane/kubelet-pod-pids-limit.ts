import { check } from "../check.ts";
import { judgeKubelets } from "../reading/kubelet-settings.ts";

/**
 * Restricted: podPidsLimit of the kubelet, no limit (-1) unless set.
 * Allowed: any number above 0.
 */
export const kubeletPodPidsLimit = check({
  id: "kubelet-pod-pids-limit",
  title: "Pods may start processes without end",
  severity: "medium",
  layer: "cluster",
  dimension: "scalability",
  concern: "quality-of-service",
  references: ["CIS 4.2.13"],
  why: "One program that forks without end takes all process ids of its node: no other pod can start a thread, the kubelet itself stalls, and the node is lost with everything on it.",
  seeByHand: "kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq .kubeletconfig.podPidsLimit",
  fix: "Look at what your busiest pods use (container_processes or pids.current of their cgroup), set podPidsLimit well above it (1024 to 4096 is common), reserve some for the system with systemReserved.pid, and restart the kubelet. Pods that need more fail to fork, so start generously.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
podPidsLimit: -1
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
podPidsLimit: 4096
`,
  of: "cluster",
  look: (index) =>
    judgeKubelets(index, { path: "podPidsLimit", flag: "pod-max-pids", unset: -1 }, (limit) =>
      Number(limit) > 0 ? null : "the kubelet sets pods no limit of process ids",
    ),
});
