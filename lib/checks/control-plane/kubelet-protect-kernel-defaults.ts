import { check } from "../check.ts";
import { judgeKubelets } from "../reading/kubelet-settings.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: protectKernelDefaults of the kubelet, off unless set.
 * Allowed: true.
 */
export const kubeletProtectKernelDefaults = check({
  id: "kubelet-protect-kernel-defaults",
  title: "Kubelet changes the kernel's settings to suit itself",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: null,
  references: ["CIS 4.2.6 (older)"],
  why: "Where the kernel's settings (overcommit of memory, panic, keys) differ from what the kubelet expects, it silently overwrites them. A node that was hardened on purpose is no longer what its image says, and nobody is told.",
  seeByHand: "kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq .kubeletconfig.protectKernelDefaults",
  fix: "Write the values that the kubelet expects into sysctl.d of the node image (vm.overcommit_memory=1, vm.panic_on_oom=0, kernel.panic=10, kernel.panic_on_oops=1), then set protectKernelDefaults: true. A node whose values differ will not start its kubelet: roll it out by one node first.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
protectKernelDefaults: false
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
protectKernelDefaults: true
`,
  of: "cluster",
  look: (index) =>
    judgeKubelets(
      index,
      { path: "protectKernelDefaults", flag: "protect-kernel-defaults", unset: false },
      (isProtected) =>
        switchOf(isProtected) === true ? null : "the kubelet overwrites kernel settings that differ from its own",
    ),
});
