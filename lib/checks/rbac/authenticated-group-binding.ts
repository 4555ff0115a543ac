import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { isKubernetesOwnBinding } from "../reading/kubernetes-own.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { powersInWords, powersOf } from "../reading/rbac-powers.ts";
import { boundRoleOf } from "../reading/rbac-rules.ts";
import { subjectsOf } from "../reading/role-rules.ts";

const EVERYBODY = "system:authenticated";
const EVERY_POD = "system:serviceaccounts";
/** What these roles tell (names of APIs, one's own rights, public keys) everybody with an identity may know. */
const HARMLESS_ROLES: ReadonlySet<string> = new Set([
  "basic-user",
  "cluster-status",
  "self-access-reviewer",
  "system:basic-user",
  "system:discovery",
  "system:public-info-viewer",
  "system:service-account-issuer-discovery",
]);

/**
 * Restricted field: subjects of bindings. Allowed: any but the group system:authenticated, unless the role only describes
 * the API; system:serviceaccounts where the role holds no power to take something over. Kubernetes' own bindings are not
 * applicable.
 */
export const authenticatedGroupBinding = check({
  id: "authenticated-group-binding",
  title: "Everybody with an identity is given rights",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["O22:K03", "O25:K02"],
  why: "In this group is everybody who can prove any identity: each employee of the identity provider, every pod by its token, and on some cloud services every account of that cloud, your neighbours' included. A right given to it is given to whoever breaks into any pod.",
  seeByHand: `kubectl get clusterrolebindings,rolebindings -A -o json | jq -r '.items[] | select([.subjects[]?.name] | any(. == "system:authenticated" or . == "system:serviceaccounts")) | .kind + " " + .metadata.name + " -> " + .roleRef.name'`,
  fix: "Bind a group of your identity provider instead, and for software its own service accounts. Before you delete the binding, see in the audit log which names used it over a week: some tool came to rely on it. Where it must be quick, replace the role by a smaller one first.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: everybody-views }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:authenticated" }]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: developers-view }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }]
`,
  of: "object",
  kinds: ["ClusterRoleBinding", "RoleBinding"],
  look: ({ object }, index) => {
    if (isKubernetesOwnBinding(object, index)) return NOT_APPLICABLE;
    const role = boundRoleOf(object, index);
    if (role.kind === "ClusterRole" && HARMLESS_ROLES.has(role.name)) return [];
    const powers = powersOf(role.rules ?? [], object.kind === "ClusterRoleBinding");
    const may = powers.length === 0 ? "" : `, so all of them may ${powersInWords(powers)}`;
    return subjectsOf(object).flatMap(({ at, kind, name }): Fault[] => {
      const isEverybody = name === EVERYBODY || (name === EVERY_POD && powers.length > 0);
      if (kind !== "Group" || !isEverybody) return [];
      const who = name === EVERYBODY ? "anybody with an identity" : "every pod's account";
      const message = `Group "${name}" (${who}) is bound to ${nameInWords(role.kind, role.name)}${may}`;
      return [{ field: `subjects[${at}].name`, message }];
    });
  },
});
