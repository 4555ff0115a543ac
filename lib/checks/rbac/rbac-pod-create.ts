import { check } from "../check.ts";
import { judgeRole, POD_CONTROLLERS, type Power } from "../reading/judge-role.ts";

const POWERS: readonly Power[] = [
  { group: "", resources: ["pods"], verbs: ["create"] },
  // Changing the template of what runs pods makes new pods as well.
  ...POD_CONTROLLERS.map((power) => ({ ...power, verbs: ["create", "update", "patch"] })),
];

/**
 * Restricted: rules of Roles and ClusterRoles that create pods, or create or change what creates them (Deployments, Jobs
 * and their like). Allowed: rules that name the very objects (a name cannot limit creation). Kubernetes' own roles are
 * not applicable.
 */
export const rbacPodCreate = check({
  id: "rbac-pod-create",
  title: "Role can start any pod",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.4", "O22:K03"],
  why: "Whoever writes a pod chooses its service account, mounts any Secret of the namespace and, where admission does not refuse it, the node's file system. The right to deploy is therefore the right to everything that the namespace holds, and often to the node below it.",
  seeByHand: "kubectl auth can-i create pods --all-namespaces --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Let the pipeline that deploys from Git be the only one with this right, by a Role in each namespace that it serves. People read and restart. For controllers that must start pods, keep accounts with more rights out of the namespace where they may, and enforce the restricted Pod Security level there, so that a pod is no way to the node.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: developer }
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: [get, list, create]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: developer }
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: [get, list]
`,
  of: "object",
  kinds: ["ClusterRole", "Role"],
  look: (role, index) => judgeRole(role, index, POWERS),
});
