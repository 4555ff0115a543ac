import { check, NOT_APPLICABLE } from "../check.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";
import { isKubernetesOwnRole } from "../reading/kubernetes-own.ts";
import { resourcesGranted, rulesOf, verbsGranted } from "../reading/role-rules.ts";

/** From this release on, opening a session by WebSocket needs create; before, get was enough. */
const GET_NO_LONGER_ENOUGH = 35;

/**
 * Restricted: rules of Roles and ClusterRoles that open pods/exec or pods/attach. That is create, and get as well on
 * clusters before 1.35; plain manifests can be applied to such a cluster. Kubernetes' own roles are not applicable.
 */
export const rbacPodExecAttach = check({
  id: "rbac-pod-exec-attach",
  title: "Role can enter running containers",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["O22:K03"],
  why: "Whoever can exec into a pod is that pod: its files, its mounted secrets, its service account, its way to the database. The audit log records that a session was opened, not what was typed in it. Where one pod in reach is privileged, the same right is a way onto the node.",
  seeByHand: "kubectl auth can-i create pods/exec --all-namespaces --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Take pods/exec and pods/attach out of everyday roles. For emergencies keep one role in each namespace that is bound for an hour, with a reason, and alarm on its use. Logs, metrics and ephemeral debug containers in test clusters cover most of what exec was used for; operators that exec into databases need it in their own namespace only.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: support }
rules:
  - apiGroups: [""]
    resources: [pods, pods/log, pods/exec]
    verbs: [get, list, create]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: support }
rules:
  - apiGroups: [""]
    resources: [pods, pods/log]
    verbs: [get, list]
`,
  of: "object",
  kinds: ["ClusterRole", "Role"],
  look: ({ object }, index) => {
    if (isKubernetesOwnRole(object, index)) return NOT_APPLICABLE;
    const isGetEnough = !index.live || kubernetesMinor(index.kubernetesVersion) < GET_NO_LONGER_ENOUGH;
    return rulesOf(object).flatMap((rule) => {
      const resources = resourcesGranted(rule, "", ["pods/exec", "pods/attach"]);
      const verbs = verbsGranted(rule, isGetEnough ? ["create", "get"] : ["create"]);
      if (resources.length === 0 || verbs.length === 0) return [];
      const message = `${object.kind} "${object.metadata.name}" allows ${verbs.join(", ")} on ${resources.join(", ")}`;
      return [{ field: `${rule.field}.resources`, message }];
    });
  },
});
