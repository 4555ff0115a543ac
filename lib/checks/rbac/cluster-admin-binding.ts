import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check } from "../check.ts";
import { isDistributionsOwn } from "../reading/distribution-own.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { grantsEverything, nameSubject, roleOfBinding, subjectsOf } from "../reading/role-rules.ts";

/**
 * Restricted fields: roleRef and subjects of ClusterRoleBindings, and of RoleBindings to cluster-admin itself.
 * Allowed: any role but cluster-admin or one whose rules equal it; the group system:masters, which Kubernetes binds
 * itself; bindings of the reserved "system:" names and kubeadm's own.
 */
export const clusterAdminBinding = check({
  id: "cluster-admin-binding",
  title: "Subject is bound to cluster-admin",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.1", "NSA authz", "O22:K03", "O25:K02"],
  why: "Cluster-admin may do everything, everywhere: read every secret, run anything on any node, change who may do what, and remove the traces. One stolen laptop or one flawed operator with this role is the loss of the cluster, and nothing inside it can stop that.",
  seeByHand: `kubectl get clusterrolebindings -o json | jq -r '.items[] | select(.roleRef.name == "cluster-admin") | .metadata.name + ": " + ([.subjects[]? | .kind + " " + .name] | join(", "))'`,
  fix: "Write down what the subject did in the last weeks (the audit log tells) and give it a role with that. People get a small everyday role and a way to become administrator for an hour, with a reason that is logged. For an installed product ask its vendor for the minimal role; most publish one. Keep one sealed emergency account.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: deployer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: ServiceAccount, name: deployer, namespace: ci }]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: deployer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployer }
subjects: [{ kind: ServiceAccount, name: deployer, namespace: ci }]
`,
  of: "object",
  kinds: ["ClusterRoleBinding", "RoleBinding"],
  look: ({ object }, index) => {
    const { kind, name, role } = roleOfBinding(object, index);
    if (kind !== "ClusterRole" || isDistributionsOwn(object, index)) return [];
    const isEqual = object.kind === "ClusterRoleBinding" && role !== undefined && grantsEverything(role);
    if (name !== "cluster-admin" && !isEqual) return [];
    const where = object.kind === "RoleBinding" ? ` in namespace ${namespaceOf(object)}` : "";
    const as = name === "cluster-admin" ? "cluster-admin" : `"${name}", which grants everything like cluster-admin,`;
    return subjectsOf(object)
      .filter((subject) => !isBoundByKubernetes(object, subject))
      .map((subject) => ({
        field: `subjects[${subject.at}]`,
        message: `${nameSubject(subject)} is bound to ${as}${where}`.replace(/,$/, ""),
      }));
  },
});

/** The administrators that every cluster has from its first minute. */
function isBoundByKubernetes(binding: KubernetesObject, subject: { kind: string; name: string }): boolean {
  if (subject.kind === "Group" && subject.name === "system:masters") return true;
  if (binding.metadata.name === "kubeadm:cluster-admins") return subject.name === "kubeadm:cluster-admins";
  // A subject that somebody added to the default binding "cluster-admin" is not Kubernetes' own.
  return binding.metadata.name.startsWith("system:") && !/anonymous|unauthenticated|authenticated/.test(subject.name);
}
