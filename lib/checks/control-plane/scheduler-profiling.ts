import { check } from "../check.ts";
import { judgeFlags } from "../reading/flag-verdict.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: the flag --profiling of kube-scheduler, true unless set.
 * Allowed: false.
 * A file given by --config decides instead (enableProfiling).
 */
export const schedulerProfiling = check({
  id: "scheduler-profiling",
  title: "Scheduler serves profiles of itself",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: null,
  references: ["CIS 1.4.1"],
  why: "Under /debug/pprof the scheduler shows its command line, memory and call stacks to whoever may reach and read it. It is a needless view into the control plane, and a cheap way to keep the component busy that places every pod.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-scheduler -o yaml | grep -E -- "profiling"',
  fix: "Set --profiling=false in the manifest of the static pod on each control-plane node; the kubelet restarts kube-scheduler by itself, one node at a time. Nothing depends on it. When you hunt a leak some day, switch it on for that hour.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-scheduler-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-scheduler
      command: [kube-scheduler, --profiling=true]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-scheduler-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-scheduler
      command: [kube-scheduler, --profiling=false]
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-scheduler", [
      {
        flag: "profiling",
        allows: (value) => switchOf(value) === false,
        unset: "and unless set it serves profiles",
        wrong: "so it serves profiles",
        file: "config",
      },
    ]),
});
