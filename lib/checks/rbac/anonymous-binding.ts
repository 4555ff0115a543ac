import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { subjectsOf } from "../reading/role-rules.ts";

/**
 * Restricted field: subjects of RoleBindings and ClusterRoleBindings. Allowed: any but the user system:anonymous and the
 * group system:unauthenticated. What Kubernetes binds to them itself (version and health; kubeadm's cluster-info) passes.
 */
export const anonymousBinding = check({
  id: "anonymous-binding",
  title: "Callers without identity are given rights",
  severity: "critical",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["O22:K06", "O25:K09"],
  why: "This binding gives rights to whoever reaches the API server, without name or password. Where the address is public, that is everybody; automated scanners find such clusters within hours and put their miners in.",
  seeByHand: `kubectl get clusterrolebindings,rolebindings -A -o json | jq -r '.items[] | select([.subjects[]?.name] | any(. == "system:anonymous" or . == "system:unauthenticated")) | .kind + " " + .metadata.name'`,
  fix: "Delete the subject today. Give the caller that needed it (a load balancer's health check, a dashboard) a service account or a certificate; health endpoints are open to all without any binding. Then see in the audit log what system:anonymous did while it could, and treat it as an incident if it did anything.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: dashboard-view }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:unauthenticated" }]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: dashboard-view }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ kind: ServiceAccount, name: dashboard, namespace: monitoring }]
`,
  of: "object",
  kinds: ["ClusterRoleBinding", "RoleBinding"],
  look: ({ object }) => {
    const role = recordOf(object.roleRef);
    const granted = nameInWords(typeof role.kind === "string" ? role.kind : "role", role.name);
    return subjectsOf(object)
      .filter((subject) => isAnonymous(subject) && !isBoundByKubernetes(object))
      .map((subject) => ({
        field: `subjects[${subject.at}].name`,
        message: `${subject.kind} "${subject.name}" (anybody without identity) is bound to ${granted}`,
      }));
  },
});

function isAnonymous({ kind, name }: { kind: string; name: string }): boolean {
  return (
    (kind === "User" && name === "system:anonymous") ||
    (kind === "Group" && (name === "system:unauthenticated" || name === "system:anonymous"))
  );
}

function isBoundByKubernetes(binding: KubernetesObject): boolean {
  const role = recordOf(binding.roleRef).name;
  if (role === "system:public-info-viewer") return true;
  return role === "kubeadm:bootstrap-signer-clusterinfo" && binding.metadata.namespace === "kube-public";
}
