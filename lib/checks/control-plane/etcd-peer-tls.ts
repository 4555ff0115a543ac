import { check } from "../check.ts";
import { isGiven, judgeFlags } from "../reading/flag-verdict.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: the flags --peer-cert-file, --peer-key-file, --peer-client-cert-auth (false unless set) and --peer-auto-tls of
 * etcd. The environment (ETCD_PEER_CERT_FILE) counts like a flag; a file given by --config-file replaces both.
 * Allowed: both files set, certificates asked for, none signed by a member itself. A single member is asked for the same: it
 * listens for peers too.
 */
export const etcdPeerTls = check({
  id: "etcd-peer-tls",
  title: "Members of etcd do not verify each other",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 2.4", "CIS 2.5", "CIS 2.6", "NSA network"],
  why: "Members copy the whole database to each other. Without certificates on both sides that copy can be read on the way, and a machine that reaches port 2380 can pass for a member: it is sent every Secret, and may bring its own data in.",
  seeByHand: 'kubectl -n kube-system get pod -l component=etcd -o yaml | grep -E -- "peer-"',
  fix: "Issue peer certificates from etcd's own authority and set --peer-cert-file, --peer-key-file, --peer-trusted-ca-file and --peer-client-cert-auth=true; kubeadm does so. Change running members one after the other, first to https in their peer URLs (etcdctl member update), then to asking for certificates: with two of three out of step etcd has no majority.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: etcd-cp1, namespace: kube-system }
spec:
  containers:
    - name: etcd
      command: [etcd, --data-dir=/var/lib/etcd]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: etcd-cp1, namespace: kube-system }
spec:
  containers:
    - name: etcd
      command:
        - etcd
        - --peer-cert-file=/etc/kubernetes/pki/etcd/peer.crt
        - --peer-key-file=/etc/kubernetes/pki/etcd/peer.key
        - --peer-client-cert-auth=true
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "etcd", [
      {
        flag: "peer-cert-file",
        allows: isGiven,
        unset: "so it shows other members no certificate",
        file: "config-file",
      },
      { flag: "peer-key-file", allows: isGiven, unset: "so it has no key for a peer certificate", file: "config-file" },
      {
        flag: "peer-client-cert-auth",
        allows: (value) => switchOf(value) === true,
        unset: "so anyone may pass for a member",
        wrong: "so anyone may pass for a member",
        file: "config-file",
      },
      {
        flag: "peer-auto-tls",
        allows: (value) => switchOf(value) === false,
        wrong: "so members cannot verify each other",
        file: "config-file",
      },
    ]),
});
