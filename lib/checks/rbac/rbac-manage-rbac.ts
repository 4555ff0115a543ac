import { check } from "../check.ts";
import { judgeRole, type Power, WRITE_VERBS } from "../reading/judge-role.ts";

const GROUP = "rbac.authorization.k8s.io";
const POWERS: readonly Power[] = [
  { group: GROUP, resources: ["roles", "rolebindings"], verbs: WRITE_VERBS },
  { group: GROUP, resources: ["clusterroles", "clusterrolebindings"], verbs: WRITE_VERBS, isClusterWide: true },
];

/**
 * Restricted: rules that create, change or delete Roles, ClusterRoles and their bindings. Allowed: rules that name the
 * very objects; cluster-wide ones listed in a Role, which grants nothing about them. Kubernetes' own roles are not
 * applicable.
 */
export const rbacManageRbac = check({
  id: "rbac-manage-rbac",
  title: "Role can change who may do what",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.8", "O22:K03"],
  why: "Whoever writes bindings shares everything that they may do with anybody they like, quietly and for good: with a stolen account, with every pod, with callers without a name. Kubernetes only refuses what the writer does not have, and deleting a binding locks out those who would notice.",
  seeByHand:
    "kubectl auth can-i create clusterrolebindings.rbac.authorization.k8s.io --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Keep roles and bindings in Git and let the pipeline alone apply them, after a review by somebody else. An operator that sets up namespaces gets a Role there, limited to rolebindings, with bind on the few roles that it hands out. Products that insist on this right at installation time need it only then: remove it afterwards.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team-lead }
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [roles, rolebindings, clusterrolebindings]
    verbs: [get, list, create, update, delete]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team-lead }
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [roles, rolebindings, clusterrolebindings]
    verbs: [get, list]
`,
  of: "object",
  kinds: ["ClusterRole", "Role"],
  look: (role, index) => judgeRole(role, index, POWERS),
});
