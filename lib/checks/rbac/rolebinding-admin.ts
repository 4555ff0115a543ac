import { check, PASS } from "../check.ts";
import { isKubernetesOwnBinding } from "../reading/kubernetes-own.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { grantsEverything, nameSubject, roleOfBinding, subjectsOf } from "../reading/role-rules.ts";

/**
 * Restricted field: roleRef of a RoleBinding. Allowed: any role but cluster-admin and those whose rules grant everything
 * (every verb on every resource of every API group). A role that is not in the snapshot is judged by its name. Bindings of
 * the reserved "system:" names pass.
 */
export const rolebindingAdmin = check({
  id: "rolebinding-admin",
  title: "Subject may do everything in a namespace",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.1", "O22:K03"],
  why: "Within its namespace this subject is administrator: it reads every Secret, enters every pod, starts pods as any service account there and changes the roles themselves. If one of those accounts may do more elsewhere, the border of the namespace is none.",
  seeByHand: `kubectl get rolebindings -A -o json | jq -r '.items[] | select(.roleRef.name == "cluster-admin") | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Bind the built-in role admin or edit at most, which leave quotas and the namespace itself alone, better a role with what is used. A pipeline needs the kinds that it deploys. Try the new role beside the old one with `kubectl auth can-i --list --as` before you remove the binding: what was taken for granted fails at the next release.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: deployer, namespace: shop }
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
  kinds: ["RoleBinding"],
  look: ({ object }, index) => {
    if (isKubernetesOwnBinding(object, index)) return PASS;
    const { kind, name, role } = roleOfBinding(object, index);
    const isAdmin = kind === "ClusterRole" && name === "cluster-admin";
    if (!isAdmin && (role === undefined || !grantsEverything(role))) return PASS;
    const what = isAdmin ? "cluster-admin" : `${kind} "${name}", which grants everything,`;
    return subjectsOf(object).map((subject) => ({
      field: `subjects[${subject.at}]`,
      message: `${nameSubject(subject)} is bound to ${what} in namespace ${namespaceOf(object)}`,
    }));
  },
});
