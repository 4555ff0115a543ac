import { check } from "../check.ts";
import { judgeFlags } from "../reading/flag-verdict.ts";

/**
 * Restricted: the flag --token-auth-file of kube-apiserver.
 * Allowed: not set. Bootstrap tokens (--enable-bootstrap-token-auth) expire and are another thing.
 */
export const apiserverTokenAuthFile = check({
  id: "apiserver-token-auth-file",
  title: "API server takes static tokens from a file",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.2.2", "O22:K06", "O25:K09"],
  why: "Tokens in the file are plain text, never expire and cannot be withdrawn without restarting every API server. A copy in a shell history, a pipeline or a backup opens the cluster for years, under the name and groups that the file gives it.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "token-auth-file"',
  fix: "Move people to OIDC and machines to service accounts with bound tokens, remove --token-auth-file from every control-plane node and delete the file. Whatever still sends such a token gets 401 from then on: look for its user names in the audit log before.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --token-auth-file=/etc/kubernetes/tokens.csv]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --enable-bootstrap-token-auth=true]
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-apiserver", [
      {
        flag: "token-auth-file",
        allows: (value) => value === "",
        wrong: "so tokens out of a file open the cluster for good",
      },
    ]),
});
