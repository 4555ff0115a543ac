import { check } from "../check.ts";
import { judgeRole, type Power } from "../reading/judge-role.ts";
import type { RoleRule } from "../reading/role-rules.ts";

const POWERS: readonly Power[] = [
  { group: "", resources: ["serviceaccounts"], verbs: ["impersonate"] },
  { group: "", resources: ["users", "groups"], verbs: ["impersonate"], isClusterWide: true },
  { group: "authentication.k8s.io", resources: ["uids"], verbs: ["impersonate"], isClusterWide: true },
];
const ADMINISTRATORS: ReadonlySet<string> = new Set(["system:masters", "kubeadm:cluster-admins"]);

/**
 * Restricted: the verb impersonate on users, groups, uids and service accounts. Allowed: with resourceNames that name no
 * group of administrators. Users and groups belong to no namespace, so a Role grants nothing about them. Kubernetes' own
 * roles are not applicable.
 */
export const rbacImpersonate = check({
  id: "rbac-impersonate",
  title: "Role can act as somebody else",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.8", "O22:K03"],
  why: "One header on a request, and the API server takes the caller for somebody else. Who may put any group there puts system:masters, against which no rule exists. Whatever else the role grants or leaves out no longer matters.",
  seeByHand: `kubectl get clusterroles,roles -A -o json | jq -r '.items[] | select([.rules[]?.verbs[]?] | any(. == "impersonate" or . == "*")) | .kind + " " + .metadata.name'`,
  fix: "Remove the verb. A proxy that signs people in and passes them on needs it by design: run it like the control plane (own namespace, own nodes, watched), and name the groups that it may assert by resourceNames, never system:masters. A person who wants to test rights uses `kubectl auth can-i --as`, as an administrator.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: dashboard }
rules:
  - apiGroups: [""]
    resources: [users, groups]
    verbs: [impersonate]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: dashboard }
rules:
  - apiGroups: [""]
    resources: [groups]
    resourceNames: [shop-developers, shop-support]
    verbs: [impersonate]
`,
  of: "object",
  kinds: ["ClusterRole", "Role"],
  look: (role, index) => judgeRole(role, index, POWERS, namesNoAdministrators),
});

function namesNoAdministrators({ resourceNames }: RoleRule): boolean {
  return resourceNames.length > 0 && !resourceNames.some((name) => ADMINISTRATORS.has(name));
}
