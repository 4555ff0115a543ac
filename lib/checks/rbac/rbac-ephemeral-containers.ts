import { check } from "../check.ts";
import { judgeRole, type Power } from "../reading/judge-role.ts";

const POWERS: readonly Power[] = [{ group: "", resources: ["pods/ephemeralcontainers"], verbs: ["update", "patch"] }];

/**
 * Restricted: rules of Roles and ClusterRoles that update or patch pods/ephemeralcontainers (create is not served).
 * Allowed: rules that name the pods. Kubernetes' own roles are not applicable.
 */
export const rbacEphemeralContainers = check({
  id: "rbac-ephemeral-containers",
  title: "Role can put debugging containers into pods",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["O22:K03"],
  why: "A debugging container joins a running pod with an image of the caller's choice: it shares the pod's network and, when it asks for that, the processes of its neighbour with their memory and files. It is exec with the tools brought along, and roles that took exec away forget this door.",
  seeByHand:
    "kubectl auth can-i patch pods/ephemeralcontainers --all-namespaces --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Treat it as pods/exec: out of everyday roles, bound for an hour in one namespace when somebody debugs, with an alarm on its use. Enforce a Pod Security level there, for it also holds for these containers. Debugging in test clusters can stay as it is.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: support }
rules:
  - apiGroups: [""]
    resources: [pods, pods/ephemeralcontainers]
    verbs: [get, patch]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: support }
rules:
  - apiGroups: [""]
    resources: [pods, pods/log]
    verbs: [get]
`,
  of: "object",
  kinds: ["ClusterRole", "Role"],
  look: (role, index) => judgeRole(role, index, POWERS),
});
