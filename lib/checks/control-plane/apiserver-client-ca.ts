import { check } from "../check.ts";
import { isGiven, judgeFlags } from "../reading/flag-verdict.ts";

/**
 * Restricted: the flag --client-ca-file of kube-apiserver, not set unless given.
 * Allowed: a file.
 */
export const apiserverClientCa = check({
  id: "apiserver-client-ca",
  title: "API server verifies no client certificates",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.2.25"],
  why: "Kubelets, the scheduler and the controller manager prove who they are by client certificates. Where the API server knows no authority for them they must use tokens or passwords that are copied from machine to machine, or come in as anonymous.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "client-ca-file"',
  fix: "Set --client-ca-file to the certificate of an authority that signs for this cluster alone, on every API server; kubeadm does so. A certificate that it has signed is good until it ends, for Kubernetes knows no withdrawal: keep their lives short, and use OIDC for people.",
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
      command: [kube-apiserver, --client-ca-file=/etc/kubernetes/pki/ca.crt]
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-apiserver", [
      {
        flag: "client-ca-file",
        allows: isGiven,
        unset: "so clients cannot prove who they are by certificate",
        wrong: "so clients cannot prove who they are by certificate",
      },
    ]),
});
