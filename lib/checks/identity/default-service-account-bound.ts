import { check, NOT_APPLICABLE } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { isKubernetesOwnBinding } from "../reading/kubernetes-own.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { subjectsOf } from "../reading/role-rules.ts";

const DEFAULT_AS_USER = /^system:serviceaccount:([^:]+):default$/;

/**
 * Restricted field: subjects of RoleBindings and ClusterRoleBindings. Allowed: any but the service account "default" of a
 * namespace, also by its full name as a user. Kubernetes' own bindings are not applicable.
 */
export const defaultServiceAccountBound = check({
  id: "default-service-account-bound",
  title: "Default service account is given rights",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.5", "O22:K03", "O25:K02"],
  why: "Every pod that names no account runs as this one: also the next one that somebody starts to try something, and the one that an intruder starts. Rights that one workload needed are thereby everybody's in the namespace, and nobody can tell who uses them.",
  seeByHand: `kubectl get clusterrolebindings,rolebindings -A -o json | jq -r '.items[] | select([.subjects[]? | select(.kind == "ServiceAccount") | .name] | index("default")) | .kind + " " + (.metadata.namespace // "") + "/" + .metadata.name'`,
  fix: "Make a service account for the workload that calls the API, bind the role to it, and name it in the pod (serviceAccountName). Then delete this binding and switch the token mount of the default account off. Pods have to be restarted to change their account; other pods that quietly used the right will say so in their logs.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: watch-pods, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: pod-reader }
subjects: [{ kind: ServiceAccount, name: default, namespace: shop }]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: watch-pods, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: pod-reader }
subjects: [{ kind: ServiceAccount, name: pod-watcher, namespace: shop }]
`,
  of: "object",
  kinds: ["ClusterRoleBinding", "RoleBinding"],
  look: ({ object }, index) => {
    if (isKubernetesOwnBinding(object, index)) return NOT_APPLICABLE;
    const role = recordOf(object.roleRef);
    const granted = nameInWords(typeof role.kind === "string" ? role.kind : "role", role.name);
    return subjectsOf(object)
      .map(({ at, kind, name, namespace }) => ({
        at,
        of:
          kind === "ServiceAccount" && name === "default"
            ? (namespace ?? object.metadata.namespace)
            : asUser(kind, name),
      }))
      .filter(({ of }) => of !== undefined)
      .map(({ at, of }) => ({
        field: `subjects[${at}].name`,
        message: `the default service account of namespace ${of} is bound to ${granted}`,
      }));
  },
});

function asUser(kind: string, name: string): string | undefined {
  return kind === "User" ? DEFAULT_AS_USER.exec(name)?.[1] : undefined;
}
