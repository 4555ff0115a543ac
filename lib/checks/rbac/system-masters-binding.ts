import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { subjectsOf } from "../reading/role-rules.ts";

const MASTERS = "system:masters";

/**
 * Restricted field: subjects of bindings. Allowed: any but the group system:masters, save in the binding cluster-admin
 * that Kubernetes makes itself. Certificates that carry the group are not seen in the cluster.
 */
export const systemMastersBinding = check({
  id: "system-masters-binding",
  title: "The group system:masters is given rights",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.7", "k8s checklist"],
  why: "Members of this group pass before any rule is asked: the API server lets them do everything, and no role or binding takes it from them again. A binding for it adds nothing, so it shows that somebody works with such an identity, mostly a certificate that is copied around and cannot be revoked.",
  seeByHand: `kubectl get clusterrolebindings,rolebindings -A -o json | jq -r '.items[] | select([.subjects[]?.name] | index("system:masters")) | .kind + " " + .metadata.name'`,
  fix: "Bind a group of your identity provider to the role, and delete this binding: members lose nothing by it. Then look for kubeconfigs whose certificate says O=system:masters (openssl shows the subject), keep one sealed for emergencies, and when another has left the house, replace the cluster's certificate authority, for nothing else ends it.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: operators }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:masters" }]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: operators }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform-operators }]
`,
  of: "object",
  kinds: ["ClusterRoleBinding", "RoleBinding"],
  look: ({ object }) => {
    if (isBoundByKubernetes(object)) return [];
    const role = recordOf(object.roleRef);
    const granted = nameInWords(typeof role.kind === "string" ? role.kind : "role", role.name);
    return subjectsOf(object)
      .filter(({ kind, name }) => kind === "Group" && name === MASTERS)
      .map(({ at }) => ({ field: `subjects[${at}].name`, message: `Group "${MASTERS}" is bound to ${granted}` }));
  },
});

function isBoundByKubernetes({ kind, metadata, roleRef }: KubernetesObject): boolean {
  return (
    kind === "ClusterRoleBinding" && metadata.name === "cluster-admin" && recordOf(roleRef).name === "cluster-admin"
  );
}
