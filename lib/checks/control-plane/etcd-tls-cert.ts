import { check } from "../check.ts";
import { isGiven, judgeFlags } from "../reading/flag-verdict.ts";

/**
 * Restricted: the flags --cert-file and --key-file of etcd, and --listen-client-urls, which may not name plain http beyond the
 * loopback. The environment (ETCD_CERT_FILE) counts like a flag; a file given by --config-file replaces both.
 * Allowed: both set. A certificate that etcd signs itself (--auto-tls) is another check's matter and none of an authority.
 */
export const etcdTlsCert = check({
  id: "etcd-tls-cert",
  title: "etcd serves its clients without a certificate",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 2.1", "NSA network"],
  why: "Everything in the cluster, every Secret included, crosses the line to etcd. Without a certificate it goes as plain text, or to whatever answers at that address: whoever listens between a control-plane node and etcd reads the whole cluster and can write into it.",
  seeByHand: 'kubectl -n kube-system get pod -l component=etcd -o yaml | grep -E -- "(cert|key)-file|listen-client"',
  fix: "Issue a serving certificate for every member from an authority of etcd's own and set --cert-file and --key-file, one member after the other; use https in --listen-client-urls and --advertise-client-urls. API servers, backups and monitoring need that authority (--etcd-cafile) before, or they lose etcd.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: etcd-cp1, namespace: kube-system }
spec:
  containers:
    - name: etcd
      command: [etcd, --data-dir=/var/lib/etcd, --listen-client-urls=http://10.0.0.4:2379]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: etcd-cp1, namespace: kube-system }
spec:
  containers:
    - name: etcd
      command:
        - etcd
        - --cert-file=/etc/kubernetes/pki/etcd/server.crt
        - --key-file=/etc/kubernetes/pki/etcd/server.key
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "etcd", [
      { flag: "cert-file", allows: isGiven, unset: "so it serves no certificate", file: "config-file" },
      { flag: "key-file", allows: isGiven, unset: "so it has no key for a certificate", file: "config-file" },
      {
        flag: "listen-client-urls",
        allows: (urls) => !urls.split(",").some(isPlain),
        wrong: "so it speaks plain text",
      },
    ]),
});

/** True for http beyond the machine itself. */
function isPlain(url: string): boolean {
  return /^\s*http:\/\//.test(url) && !/^\s*http:\/\/(127\.[\d.]+|localhost|\[::1\])(:|\/|\s*$)/.test(url);
}
