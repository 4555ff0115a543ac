import { check } from "../check.ts";
import { judgeFlags } from "../reading/flag-verdict.ts";

/**
 * Restricted: the flag --basic-auth-file of kube-apiserver; removed in Kubernetes 1.19, which does not start with it.
 * Allowed: not set.
 */
export const apiserverBasicAuthFile = check({
  id: "apiserver-basic-auth-file",
  title: "API server takes passwords from a file",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["O22:K06", "O25:K09"],
  why: "The file holds names and passwords as plain text on every control-plane node. They never expire, travel with each request, and change only with a restart of the API server. Whoever reads the file once, or a backup of it, is in the cluster until somebody notices.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "basic-auth-file"',
  fix: "Give people access through OIDC or short-lived client certificates and machines through service accounts, then take the flag out and delete the file, from backups too. Every script that logs in by password breaks on that day: find them in the audit log first. The upgrade to 1.19 forces this anyway.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --basic-auth-file=/etc/kubernetes/users.csv]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --oidc-issuer-url=https://login.example
        - --oidc-client-id=kubernetes
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-apiserver", [
      {
        flag: "basic-auth-file",
        allows: (value) => value === "",
        wrong: "so people log in with passwords out of a file",
      },
    ]),
});
