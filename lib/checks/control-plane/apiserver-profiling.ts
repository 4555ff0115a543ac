import { check } from "../check.ts";
import { judgeFlags } from "../reading/flag-verdict.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: the flag --profiling of kube-apiserver, true unless set.
 * Allowed: false.
 */
export const apiserverProfiling = check({
  id: "apiserver-profiling",
  title: "API server serves profiles of itself",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: null,
  references: ["CIS 1.2.15"],
  why: "Under /debug/pprof the API server shows what its program does: function by function, with command line and memory. Whoever may read it learns the inner workings, and taking a profile costs processor time on the very component that everything waits for.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "profiling"',
  fix: "Set --profiling=false in the manifest of the static pod on each control-plane node; the kubelet restarts kube-apiserver by itself, one node at a time. Nothing depends on it. When you hunt a leak some day, switch it on for that hour.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --profiling=true]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --profiling=false]
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-apiserver", [
      {
        flag: "profiling",
        allows: (value) => switchOf(value) === false,
        unset: "and unless set it serves profiles",
        wrong: "so it serves profiles",
      },
    ]),
});
