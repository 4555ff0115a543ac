import { check } from "../check.ts";
import { judgeFlags } from "../reading/flag-verdict.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: the flag --profiling of kube-controller-manager, true unless set.
 * Allowed: false.
 */
export const controllerManagerProfiling = check({
  id: "controller-manager-profiling",
  title: "Controller manager serves profiles of itself",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: null,
  references: ["CIS 1.3.2"],
  why: "Under /debug/pprof the controller manager shows its command line, memory and call stacks. It holds the key that signs service accounts, so its memory is no place for onlookers; and each profile costs processor time on a control-plane node.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-controller-manager -o yaml | grep -E -- "profiling"',
  fix: "Set --profiling=false in the manifest of the static pod on each control-plane node; the kubelet restarts kube-controller-manager by itself, one node at a time. Nothing depends on it. When you hunt a leak some day, switch it on for that hour.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-controller-manager-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-controller-manager
      command: [kube-controller-manager, --profiling=true]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-controller-manager-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-controller-manager
      command: [kube-controller-manager, --profiling=false]
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-controller-manager", [
      {
        flag: "profiling",
        allows: (value) => switchOf(value) === false,
        unset: "and unless set it serves profiles",
        wrong: "so it serves profiles",
      },
    ]),
});
