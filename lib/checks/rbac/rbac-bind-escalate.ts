import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, NOT_APPLICABLE } from "../check.ts";
import { isKubernetesOwnRole } from "../reading/kubernetes-own.ts";
import { grantsEverything, type RoleRule, resourcesGranted, rulesOf, verbsGranted } from "../reading/role-rules.ts";

const GROUP = "rbac.authorization.k8s.io";
const ROLES = ["roles", "clusterroles"] as const;

/**
 * Restricted: rules of Roles and ClusterRoles with the verbs bind or escalate on roles or clusterroles.
 * Allowed: bind with resourceNames that name only harmless roles. Kubernetes' own roles are not applicable.
 */
export const rbacBindEscalate = check({
  id: "rbac-bind-escalate",
  title: "Role can grant more than it has",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.8", "O22:K03"],
  why: "Kubernetes refuses that anybody hands out rights that they lack, and these two verbs switch the refusal off: escalate writes any rule into a role, bind gives any role to anyone. Whoever holds them is an administrator who has not yet bothered to become one.",
  seeByHand: `kubectl get clusterroles,roles -A -o json | jq -r '.items[] | select([.rules[]?.verbs[]?] | any(. == "bind" or . == "escalate" or . == "*")) | .kind + " " + .metadata.name'`,
  fix: "Remove the verbs. A controller that sets up namespaces may keep bind with resourceNames for the two or three roles that it hands out, never admin. Changing roles themselves belongs to the pipeline that applies them from Git, reviewed, not to software that runs in the cluster.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: tenant-setup }
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    verbs: [bind, escalate]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: tenant-setup }
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    resourceNames: [view, edit]
    verbs: [bind]
`,
  of: "object",
  kinds: ["ClusterRole", "Role"],
  look: ({ object }, index) => {
    if (isKubernetesOwnRole(object, index)) return NOT_APPLICABLE;
    return rulesOf(object).flatMap((rule) => {
      const resources = resourcesGranted(rule, GROUP, ROLES);
      const verbs = verbsGranted(rule, ["bind", "escalate"]);
      if (resources.length === 0 || verbs.length === 0 || onlyBindsHarmless(rule, verbs, index)) return [];
      const message = `${object.kind} "${object.metadata.name}" allows ${verbs.join(", ")} on ${resources.join(", ")}`;
      return [{ field: `${rule.field}.verbs`, message }];
    });
  },
});

/** True when the rule may only hand out roles by name, and none of them is an administrator's. */
function onlyBindsHarmless(rule: RoleRule, verbs: readonly string[], index: ClusterIndex): boolean {
  if (rule.resourceNames.length === 0 || verbs.some((verb) => verb !== "bind")) return false;
  return rule.resourceNames.every((name) => {
    if (name === "cluster-admin" || name === "admin") return false;
    const role = index.find("ClusterRole", "", name)?.object;
    return role === undefined || !grantsEverything(role);
  });
}
