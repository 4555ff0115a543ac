import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { check } from "../check.ts";
import { judgeRole, POD_CONTROLLERS, type Power } from "../reading/judge-role.ts";

const DELETE = ["delete", "deletecollection"] as const;
const TRACES: readonly Power[] = [
  // Kubernetes serves no deletion of logs; a role that lists it says what was meant.
  { group: "", resources: ["events", "pods/log"], verbs: DELETE },
  { group: "events.k8s.io", resources: ["events"], verbs: DELETE },
];
const WORKLOADS: readonly Omit<Power, "verbs">[] = [{ group: "", resources: ["pods"] }, ...POD_CONTROLLERS];

/**
 * Restricted: deleting events or logs in any role; deleting workloads in a ClusterRole; all of them at once
 * (deletecollection) in a Role too. Allowed: a Role that deletes single workloads of its own namespace, which every
 * release does; rules that name the objects. Kubernetes' own roles are not applicable.
 */
export const rbacDeleteBroad = check({
  id: "rbac-delete-broad",
  title: "Role can delete workloads or traces",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["O22:K03", "O22:K05"],
  why: "One call with this role empties a namespace, or every namespace. It is how ransom is asked for and how a wrong script becomes an outage. Where it covers events, the same account wipes away what would have told you what happened.",
  seeByHand: "kubectl auth can-i deletecollection pods --all-namespaces --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Let software delete what it made, in its own namespace, one by one: a Role with delete, without deletecollection. Nobody needs to delete events, they end by themselves. GitOps controllers delete by design; keep theirs to the namespaces that they serve. Send events and logs out of the cluster, so that no role inside can remove them.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: cleaner }
rules:
  - apiGroups: ["", apps]
    resources: [pods, deployments, events]
    verbs: [list, delete, deletecollection]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: cleaner, namespace: previews }
rules:
  - apiGroups: ["", apps]
    resources: [pods, deployments]
    verbs: [list, delete]
`,
  of: "object",
  kinds: ["ClusterRole", "Role"],
  look: (role, index) => judgeRole(role, index, powersIn(role)),
});

function powersIn({ object }: LocatedObject): Power[] {
  const verbs = object.kind === "Role" ? ["deletecollection"] : DELETE;
  return [...TRACES, ...WORKLOADS.map((power) => ({ ...power, verbs }))];
}
