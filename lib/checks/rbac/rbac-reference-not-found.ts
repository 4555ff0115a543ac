import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { isKubernetesOwnBinding } from "../reading/kubernetes-own.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { objectNamed } from "../reading/namespaced.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { nameSubject, roleOfBinding, subjectsOf } from "../reading/role-rules.ts";

/** Roles that every cluster has. */
const IN_EVERY_CLUSTER: ReadonlySet<string> = new Set(["cluster-admin", "admin", "edit", "view"]);
type Sight = "there" | "missing" | "unseen";

/**
 * Looks for the role and the service accounts that a binding names. Users and groups are nobody's objects. Judged in a
 * snapshot of a running cluster that holds these kinds; manifests may refer to what other manifests bring. Kubernetes' own
 * bindings, which name controllers that a cluster may do without, are not applicable.
 */
export const rbacReferenceNotFound = check({
  id: "rbac-reference-not-found",
  title: "Binding refers to something that is not there",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["O22:K03"],
  why: "A binding to nothing is a promise: whoever creates a role or a service account of that name later gets the rights with it, and may not even know. Until then the subject lacks what somebody meant it to have, and the list of rights tells a story that is not true.",
  seeByHand:
    "kubectl get rolebindings,clusterrolebindings -A -o wide; kubectl get serviceaccounts,roles -A; kubectl get clusterroles",
  fix: "Find out what was meant: correct a misspelled name, or delete what an uninstalled product left behind. A binding's roleRef cannot be changed, so make a new binding and delete the old one. Let one tool own role, account and binding together, so that they come and go together.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: web-reder }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: web-reader, namespace: shop }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: web-reader }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: web-reader, namespace: shop }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
`,
  of: "object",
  kinds: ["ClusterRoleBinding", "RoleBinding"],
  look: ({ object }, index) => {
    if (isKubernetesOwnBinding(object, index)) return NOT_APPLICABLE;
    const sights = [sightOfRole(object, index), ...sightsOfAccounts(object, index)];
    const faults = sights.flatMap(({ sight, fault }) => (sight === "missing" ? [fault] : []));
    if (faults.length > 0) return faults;
    const unseen = sights.find(({ sight }) => sight === "unseen");
    if (!unseen) return PASS;
    if (!index.live) return notAssessable(`${unseen.what} is not among these manifests: it may be in the cluster`);
    if (firstBinding(index, "not Kubernetes' own") !== object) return NOT_APPLICABLE;
    return notAssessable(`the snapshot holds no ${unseen.kind}s: they were not collected`);
  },
});

/** What holds for all bindings alike is said at one. */
const firstBinding = oncePerIndex(
  (index: ClusterIndex, _: "not Kubernetes' own"): KubernetesObject | undefined =>
    [...index.ofKind("ClusterRoleBinding"), ...index.ofKind("RoleBinding")].find(
      ({ object }) => !isKubernetesOwnBinding(object, index),
    )?.object,
);

type Reference = { sight: Sight; kind: string; what: string; fault: Fault };

function sightOfRole(binding: KubernetesObject, index: ClusterIndex): Reference {
  const { kind, name, role } = roleOfBinding(binding, index);
  const isBroughtAlong =
    !index.live && kind === "ClusterRole" && (IN_EVERY_CLUSTER.has(name) || name.startsWith("system:"));
  const what = nameInWords(kind || "role", name);
  const fault = { field: "roleRef.name", message: `${what} is not there` };
  return { sight: role || isBroughtAlong ? "there" : absent(index, kind), kind, what, fault };
}

function sightsOfAccounts(binding: KubernetesObject, index: ClusterIndex): Reference[] {
  const kind = "ServiceAccount";
  return subjectsOf(binding)
    .filter((subject) => subject.kind === kind && subject.name !== "")
    .map((subject) => {
      const namespace = subject.namespace ?? binding.metadata.namespace ?? "";
      const isThere = objectNamed(index, kind, namespace, subject.name) !== undefined;
      const what = nameSubject({ ...subject, namespace });
      const fault = { field: `subjects[${subject.at}].name`, message: `${what} is not there` };
      return { sight: isThere ? "there" : absent(index, kind), kind, what, fault };
    });
}

function absent(index: ClusterIndex, kind: string): Sight {
  return index.live && index.ofKind(kind).length > 0 ? "missing" : "unseen";
}
