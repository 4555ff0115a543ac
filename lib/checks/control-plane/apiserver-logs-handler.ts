import { check } from "../check.ts";
import { judgeFlags } from "../reading/flag-verdict.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";
import { switchOf } from "../reading/switch-value.ts";

/** First minor release in which it is off unless set. */
const FIRST_OFF = 31;

/**
 * Restricted: the flag --enable-logs-handler of kube-apiserver, true unless set up to Kubernetes 1.30, false since 1.31.
 * Allowed: false.
 */
export const apiserverLogsHandler = check({
  id: "apiserver-logs-handler",
  title: "API server serves the log files of its node",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: null,
  references: ["k8s checklist"],
  why: "Under /logs the API server hands out the files of /var/log on the control-plane node to whoever may read that path. Logs of the system hold names, addresses, tokens in web addresses, and, where audit logs lie there too, everything that was ever done.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "logs-handler"',
  fix: "Set --enable-logs-handler=false on every API server; from Kubernetes 1.31 on just remove the flag. Nothing of Kubernetes uses it. Read logs through a collector that leaves them where the nodes' administrators cannot change them.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --enable-logs-handler=true]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --enable-logs-handler=false]
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-apiserver", [
      {
        flag: "enable-logs-handler",
        allows: (value) => switchOf(value) === false,
        unset:
          kubernetesMinor(index.kubernetesVersion) < FIRST_OFF ? "and unless set this release serves /logs" : undefined,
        wrong: "so it hands out the node's log files",
      },
    ]),
});
