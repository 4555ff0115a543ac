import { check } from "../check.ts";
import { isGiven, judgeFlags } from "../reading/flag-verdict.ts";

/**
 * Restricted: the flags --service-account-private-key-file and --root-ca-file of kube-controller-manager.
 * Allowed: both set; kubeadm does.
 */
export const controllerManagerKeyAndRootCa = check({
  id: "controller-manager-key-and-root-ca",
  title: "Controller manager lacks token key or root CA",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.3.4", "CIS 1.3.5"],
  why: "Without a key the controller manager makes no tokens for service accounts, and somebody hands out copies of another credential instead. Without the root CA pods are not told how to verify the API server: they skip the check, and a machine in the middle gets their tokens.",
  seeByHand:
    'kubectl -n kube-system get pod -l component=kube-controller-manager -o yaml | grep -E -- "service-account-private|root-ca"',
  fix: "Set --service-account-private-key-file to a key made for tokens alone, the pair of the API server's --service-account-key-file, and --root-ca-file to the authority of the API server's certificate. The root CA is published into every namespace (kube-root-ca.crt) at once; pods see it at their next start.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-controller-manager-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-controller-manager
      command: [kube-controller-manager, --use-service-account-credentials=true]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-controller-manager-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --service-account-private-key-file=/etc/kubernetes/pki/sa.key
        - --root-ca-file=/etc/kubernetes/pki/ca.crt
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-controller-manager", [
      {
        flag: "service-account-private-key-file",
        allows: isGiven,
        unset: "so it has no key to sign tokens of service accounts with",
      },
      { flag: "root-ca-file", allows: isGiven, unset: "so pods are not told how to verify the API server" },
    ]),
});
