import { check } from "../check.ts";
import { judgeFlags } from "../reading/flag-verdict.ts";

/**
 * Restricted: the flag --secure-port of kube-apiserver, 6443 unless set.
 * Allowed: any port but 0. Since Kubernetes 1.20 the API server refuses to start with 0.
 */
export const apiserverSecurePortZero = check({
  id: "apiserver-secure-port-zero",
  title: "API server has its TLS port switched off",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.2", "O25:K09"],
  why: "Without its secure port the API server can only answer in plain text and without asking for a credential. Everything that passes, tokens and secrets included, can be read and changed on the way, and anybody who connects is an administrator.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "secure-port"',
  fix: "Set --secure-port=6443 (or any free port) with a serving certificate on every control-plane node and point load balancers and kubeconfigs at it. Clients that spoke plain HTTP need a CA file and a credential of their own from that day on.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --secure-port=0]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --secure-port=6443]
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-apiserver", [
      { flag: "secure-port", allows: (value) => Number(value) !== 0, wrong: "so it serves no TLS" },
    ]),
});
