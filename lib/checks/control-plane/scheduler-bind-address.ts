import { check } from "../check.ts";
import { judgeBinding } from "../reading/bind-address.ts";

/**
 * Restricted: the flag --bind-address of kube-scheduler, every address unless set, and --address of the plain-text port of old
 * releases (before Kubernetes 1.23).
 * Allowed: an address of the loopback, as kubeadm sets it, or --secure-port=0, which switches the port off.
 */
export const schedulerBindAddress = check({
  id: "scheduler-bind-address",
  title: "Scheduler listens on every address",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["CIS 1.4.2", "O25:K06"],
  why: "The port serves metrics, health and, where profiling is on, profiles of the component. On an address of the network every pod and machine that reaches the node can try it, though nothing but a probe and a scraper on the same node ever need it.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-scheduler -o yaml | grep -E -- "address"',
  fix: "Set --bind-address=127.0.0.1 in the manifest of the static pod. Prometheus can then no longer scrape port 10259 from outside: run a proxy on the node that checks who asks, or keep the address open, hold the port to the monitoring by firewall and accept the finding. Probes of the static pod must ask 127.0.0.1.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-scheduler-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-scheduler
      command: [kube-scheduler, --bind-address=0.0.0.0]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-scheduler-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-scheduler
      command: [kube-scheduler, --bind-address=127.0.0.1]
`,
  of: "cluster",
  look: (index) => judgeBinding(index, "kube-scheduler"),
});
