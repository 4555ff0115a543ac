import { check, PASS } from "../check.ts";
import { judgePrograms } from "../reading/control-plane-program.ts";
import { isGiven, rulesVerdict } from "../reading/flag-verdict.ts";

const PROGRAM = "kube-apiserver";
const RULE = {
  flag: "service-account-key-file",
  allows: isGiven,
  unset: "so tokens are verified with the key of TLS",
  wrong: "so tokens are verified with the key of TLS",
};

/**
 * Restricted: the flag --service-account-key-file of kube-apiserver; unset, the key of --tls-private-key-file verifies tokens.
 * Allowed: set, or an external signer (--service-account-signing-endpoint, from Kubernetes 1.32).
 */
export const apiserverServiceAccountKeyFile = check({
  id: "apiserver-service-account-key-file",
  title: "Service account tokens share the key of TLS",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.2.22"],
  why: "One key for two purposes: whoever gets the key of the serving certificate, which lies wherever TLS ends, can write tokens for any service account. And the key of TLS cannot be renewed without making every token in the cluster worthless.",
  seeByHand:
    'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "service-account-(key|signing)"',
  fix: "Make a key pair for service accounts alone, give the public half to --service-account-key-file on every API server and the private one to the controller manager and --service-account-signing-key-file. Give the old key as a second --service-account-key-file until all tokens are new, or every pod loses its access at once.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --tls-private-key-file=/etc/kubernetes/pki/apiserver.key]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --service-account-key-file=/etc/kubernetes/pki/sa.pub]
`,
  of: "cluster",
  look: (index) =>
    judgePrograms(index, PROGRAM, (seen) => {
      const isSignedElsewhere = (seen.flag("service-account-signing-endpoint")?.value ?? "") !== "";
      return isSignedElsewhere ? PASS : rulesVerdict(seen, PROGRAM, [RULE]);
    }),
});
