import { check } from "../check.ts";
import { judgeFlags } from "../reading/flag-verdict.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: the flag --auto-tls of etcd, false unless set. The environment (ETCD_AUTO_TLS) counts like a flag.
 * Allowed: not set, or false.
 */
export const etcdAutoTls = check({
  id: "etcd-auto-tls",
  title: "etcd signs its own certificate for clients",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 2.3"],
  why: "A certificate that etcd signs for itself can be verified by nobody, and is good for a year at most. Clients have to take whatever is shown: who gets between an API server and etcd shows his own and reads and writes the whole cluster.",
  seeByHand: 'kubectl -n kube-system get pod -l component=etcd -o yaml | grep -E -- "auto-tls"',
  fix: "Give every member a certificate of etcd's own authority (--cert-file, --key-file, --trusted-ca-file), then remove --auto-tls, one member after the other. Give the authority to all clients before: API servers, backup jobs and monitoring that skipped the check until now will refuse otherwise.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: etcd-cp1, namespace: kube-system }
spec:
  containers:
    - name: etcd
      command: [etcd, --auto-tls=true]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: etcd-cp1, namespace: kube-system }
spec:
  containers:
    - name: etcd
      command: [etcd, --auto-tls=false, --cert-file=/etc/kubernetes/pki/etcd/server.crt]
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "etcd", [
      {
        flag: "auto-tls",
        allows: (value) => switchOf(value) === false,
        wrong: "so clients cannot verify it",
        file: "config-file",
      },
    ]),
});
