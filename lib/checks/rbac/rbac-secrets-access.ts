import { check, NOT_APPLICABLE } from "../check.ts";
import { isKubernetesOwnRole } from "../reading/kubernetes-own.ts";
import { resourcesGranted, rulesOf, verbsGranted } from "../reading/role-rules.ts";

const VERBS = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"] as const;

/**
 * Restricted: rules of Roles and ClusterRoles that read or manage "secrets" of the core group. Allowed: rules that name
 * the very secrets (resourceNames). Kubernetes' own roles are not applicable.
 */
export const rbacSecretsAccess = check({
  id: "rbac-secrets-access",
  title: "Role can read or change every Secret",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.2", "O22:K03", "O22:K08"],
  why: "Whoever can list Secrets has every password, key and token in reach of the role: list returns the contents, not only the names. From there the way leads into databases, other clusters and the cloud account. In a ClusterRole it holds for all namespaces at once.",
  seeByHand: "kubectl auth can-i list secrets --all-namespaces --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Take secrets out of the role. Software that needs its own Secret mounts it and needs no role at all; software that must read a few gets `get` with resourceNames. Controllers that manage Secrets (certificates, external stores) get a Role in the namespaces that they serve instead of a ClusterRole.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: reader }
rules:
  - apiGroups: [""]
    resources: [configmaps, secrets]
    verbs: [get, list, watch]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: reader, namespace: shop }
rules:
  - apiGroups: [""]
    resources: [configmaps]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources: [secrets]
    resourceNames: [web-database]
    verbs: [get]
`,
  of: "object",
  kinds: ["ClusterRole", "Role"],
  look: ({ object }, index) => {
    if (isKubernetesOwnRole(object, index)) return NOT_APPLICABLE;
    return rulesOf(object).flatMap((rule) => {
      if (rule.resourceNames.length > 0 || resourcesGranted(rule, "", ["secrets"]).length === 0) return [];
      const verbs = verbsGranted(rule, VERBS);
      if (verbs.length === 0) return [];
      const where = object.kind === "Role" ? "its namespace" : "every namespace where it is bound";
      const message = `${object.kind} "${object.metadata.name}" allows ${verbs.join(", ")} on secrets of ${where}`;
      return [{ field: `${rule.field}.resources`, message }];
    });
  },
});
