import { check, PASS } from "../check.ts";
import { judgePrograms } from "../reading/control-plane-program.ts";

/**
 * Restricted: the flag --audit-log-path of kube-apiserver.
 * Allowed: any path, "-" for standard output, or an audit webhook instead of a file.
 */
export const apiserverAuditLogPath = check({
  id: "apiserver-audit-log-path",
  title: "API server keeps no audit log",
  severity: "medium",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: ["CIS 1.2.16", "NSA audit", "O22:K05", "O25:K10"],
  why: "After an incident the first question is who did what. Without an audit log nobody can say which account read the secret, opened the shell or changed the role, and nothing warns while it happens.",
  seeByHand: "kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep audit-",
  fix: "Write an audit policy (metadata for everything, request bodies for what changes RBAC, nothing for the chatter of nodes), set --audit-policy-file and --audit-log-path with rotation, and ship the file off the node. An audit policy that logs bodies of secrets is worse than none.",
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
        - --audit-policy-file=/etc/kubernetes/audit.yaml
        - --audit-log-path=/var/log/kubernetes/audit.log
        - --audit-log-maxage=30
`,
  of: "cluster",
  look: (index) =>
    judgePrograms(index, "kube-apiserver", ({ on, field, flag }) => {
      const path = flag("audit-log-path");
      if ((path && path.value !== "") || flag("audit-webhook-config-file")) return PASS;
      return [
        {
          on,
          field: path?.field ?? field,
          message: "kube-apiserver does not set --audit-log-path, so no audit log is kept",
        },
      ];
    }),
});
