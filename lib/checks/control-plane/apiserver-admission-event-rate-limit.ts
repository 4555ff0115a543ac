import { check } from "../check.ts";
import { judgePlugin } from "../reading/admission-plugins.ts";

/**
 * Restricted: the admission plug-in EventRateLimit of kube-apiserver, off unless enabled (alpha since Kubernetes 1.13).
 * Allowed: on; its limits stand in the file of --admission-control-config-file, which is not looked into.
 */
export const apiserverAdmissionEventRateLimit = check({
  id: "apiserver-admission-event-rate-limit",
  title: "API server takes events without a limit",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "quality-of-service",
  references: ["CIS 1.2.9"],
  why: "Events are written by every kubelet and controller, and each one goes into etcd. A pod that crashes in a loop, or somebody who writes events on purpose, fills the database and slows the API for the whole cluster, just when it is needed.",
  seeByHand:
    'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "admission-(plugins|control)"',
  fix: "Write an EventRateLimit configuration (for example 50 a second for the server, 10 for a namespace), name it in --admission-control-config-file and add EventRateLimit to --enable-admission-plugins. Limits that are too tight drop the very events that explain an outage, so begin generously. The plug-in is still alpha: weigh that, or accept the finding.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --enable-admission-plugins=NodeRestriction]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - "--enable-admission-plugins=NodeRestriction,EventRateLimit"
        - --admission-control-config-file=/etc/kubernetes/admission.yaml
`,
  of: "cluster",
  look: (index) => judgePlugin(index, "EventRateLimit", "on", "so a flood of events reaches etcd unhindered"),
});
