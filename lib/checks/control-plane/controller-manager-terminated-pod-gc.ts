import { check } from "../check.ts";
import { judgeFlags } from "../reading/flag-verdict.ts";

const DEFAULT = 12_500;

/**
 * Restricted: the flag --terminated-pod-gc-threshold of kube-controller-manager, 12500 unless set; 0 and less switch it off.
 * Allowed: any number above 0 and below that default, as CIS asks: which one fits depends on the cluster's size. Writing
 * the default out changes nothing.
 */
export const controllerManagerTerminatedPodGc = check({
  id: "controller-manager-terminated-pod-gc",
  title: "Finished pods pile up before they are removed",
  severity: "low",
  layer: "cluster",
  dimension: "scalability",
  concern: null,
  references: ["CIS 1.3.1"],
  why: "Pods that ended stay in etcd until there are more than the threshold; unless set that is 12,500. Clusters with many jobs carry thousands of dead pods, every list of pods is slow, and etcd grows. Without any limit it ends with a full database and no way to write.",
  seeByHand:
    'kubectl -n kube-system get pod -l component=kube-controller-manager -o yaml | grep -E -- "terminated-pod-gc"',
  fix: "Set --terminated-pod-gc-threshold to what you look back at, a few hundred on most clusters, and ttlSecondsAfterFinished on jobs. Dead pods beyond it go, oldest first, and their logs with them: have a log collector first.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-controller-manager-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-controller-manager
      command: [kube-controller-manager, --terminated-pod-gc-threshold=0]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-controller-manager-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-controller-manager
      command: [kube-controller-manager, --terminated-pod-gc-threshold=500]
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-controller-manager", [
      {
        flag: "terminated-pod-gc-threshold",
        allows: (value) => Number(value) > 0 && Number(value) < DEFAULT,
        unset: "so 12,500 finished pods stay before any goes",
        wrong: "so finished pods stay for good, or until there are 12,500 of them",
      },
    ]),
});
