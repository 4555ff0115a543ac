import { check } from "../check.ts";
import { judgeFlags } from "../reading/flag-verdict.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: the flag --use-service-account-credentials of kube-controller-manager, false unless set; kubeadm sets it.
 * Allowed: true.
 */
export const controllerManagerServiceAccountCredentials = check({
  id: "controller-manager-service-account-credentials",
  title: "All controllers share one credential",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 1.3.3", "k8s checklist"],
  why: "Forty controllers in one process then act with one identity that may do what all of them together need: read every Secret, delete every pod. A flaw in one of them gives all of it away, and the audit log cannot say which controller did something.",
  seeByHand:
    'kubectl -n kube-system get pod -l component=kube-controller-manager -o yaml | grep -E -- "use-service-account-credentials"',
  fix: "Set --use-service-account-credentials=true, with RBAC on: each controller then takes its own service account in kube-system, with the role that Kubernetes ships for it. On clusters without these roles controllers stop one after the other, so look for system:controller: roles first.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-controller-manager-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-controller-manager
      command: [kube-controller-manager, --use-service-account-credentials=false]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-controller-manager-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-controller-manager
      command: [kube-controller-manager, --use-service-account-credentials=true]
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-controller-manager", [
      {
        flag: "use-service-account-credentials",
        allows: (value) => switchOf(value) === true,
        unset: "so all controllers act as one account",
        wrong: "so all controllers act as one account",
      },
    ]),
});
