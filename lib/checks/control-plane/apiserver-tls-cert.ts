import { check } from "../check.ts";
import { isGiven, judgeFlags } from "../reading/flag-verdict.ts";

/**
 * Restricted: the flags --tls-cert-file and --tls-private-key-file of kube-apiserver; unset, it signs a certificate itself and
 * keeps it in --cert-dir.
 * Allowed: both set. Certificates for single names (--tls-sni-cert-key) stand beside them, not in their place.
 */
export const apiserverTlsCert = check({
  id: "apiserver-tls-cert",
  title: "API server makes its serving certificate itself",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.2.24", "NSA network"],
  why: "Nobody can verify a certificate that the server has signed for itself. Clients then skip the check or trust whatever is shown on the first day, and a machine in the middle gets their tokens. It also changes whenever the node is built anew.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "tls-(cert|private)"',
  fix: "Issue a serving certificate from the cluster's authority with every name and address under which clients call (load balancer, Service, nodes) and set --tls-cert-file and --tls-private-key-file; kubeadm does so. Watch its end: an expired one stops the cluster. Clients need the authority's certificate in their kubeconfig.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --secure-port=6443]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --tls-cert-file=/etc/kubernetes/pki/apiserver.crt
        - --tls-private-key-file=/etc/kubernetes/pki/apiserver.key
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-apiserver", [
      { flag: "tls-cert-file", allows: isGiven, unset: "so it serves a certificate that it signed itself" },
      { flag: "tls-private-key-file", allows: isGiven, unset: "so it has no key for a certificate of an authority" },
    ]),
});
