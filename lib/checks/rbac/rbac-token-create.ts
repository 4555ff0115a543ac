import { check } from "../check.ts";
import { judgeRole, type Power } from "../reading/judge-role.ts";

const POWERS: readonly Power[] = [{ group: "", resources: ["serviceaccounts/token"], verbs: ["create"] }];

/**
 * Restricted: rules of Roles and ClusterRoles that create serviceaccounts/token. Allowed: rules that name the service
 * accounts. Kubernetes' own roles are not applicable.
 */
export const rbacTokenCreate = check({
  id: "rbac-token-create",
  title: "Role can make tokens for any service account",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.13"],
  why: "With this right a caller asks for the key of any service account in reach, takes it along and is that account, for as long as the token lives: the operator with cluster-admin, the controller that reads every Secret. The account's owner sees nothing of it.",
  seeByHand:
    "kubectl auth can-i create serviceaccounts/token --all-namespaces --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Name the service accounts by resourceNames in a Role of their namespace. Secret stores and CSI drivers that exchange tokens need it for the accounts that they serve only; drivers can have the kubelet hand them the token (spec.tokenRequests of the CSIDriver) and need no right at all. List who used it: the audit log has every TokenRequest.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: secret-sync }
rules:
  - apiGroups: [""]
    resources: [serviceaccounts/token]
    verbs: [create]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: secret-sync, namespace: shop }
rules:
  - apiGroups: [""]
    resources: [serviceaccounts/token]
    resourceNames: [web]
    verbs: [create]
`,
  of: "object",
  kinds: ["ClusterRole", "Role"],
  look: (role, index) => judgeRole(role, index, POWERS),
});
