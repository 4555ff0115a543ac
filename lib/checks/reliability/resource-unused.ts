import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { labelSelectorMatches } from "#lib/kubernetes/selectors.ts";
import { check, NOT_APPLICABLE, PASS, type Verdict } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { isKubernetesOwnRole } from "../reading/kubernetes-own.ts";
import { isSystemNamespace, namespaceOf } from "../reading/namespaced.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { hasOwner } from "../reading/owner.ts";
import { labelsOf } from "../reading/pod-template.ts";
import { isWholeCluster } from "../reading/presence.ts";
import { isReferredTo, mayBeReadByApi } from "../reading/references.ts";
import { roleOfBinding } from "../reading/role-rules.ts";
import { sayOnceOfKind } from "../reading/say-once.ts";

const KINDS = ["ConfigMap", "Secret", "ServiceAccount", "Role", "ClusterRole"] as const;
const PART = "only a whole cluster shows what nothing refers to: scan the running cluster";

/** What the control plane, or the platform, puts into every namespace. */
const IN_EVERY_NAMESPACE: ReadonlySet<string> = new Set([
  "ServiceAccount/default",
  "ServiceAccount/builder",
  "ServiceAccount/deployer",
  "ConfigMap/kube-root-ca.crt",
  "ConfigMap/openshift-service-ca.crt",
  "ConfigMap/istio-ca-root-cert",
  "ConfigMap/istio-ca-crl",
]);
/** Secrets that belong to an account, to the joining of nodes, or to Helm. */
const OF_A_TOOL = /^(kubernetes\.io\/(service-account-token|dockercfg)|bootstrap\.kubernetes\.io\/|helm\.sh\/)/;
/** Labels and annotations by which programs find what they read, or hold a lease. */
const FOUND_BY =
  /^(grafana_|argocd\.argoproj\.io\/|sealedsecrets\.bitnami\.com\/|istio\/|cluster\.x-k8s\.io\/|olm\.|operators\.coreos\.com\/|control-plane\.alpha\.kubernetes\.io\/leader|internal\.config\.kubernetes\.io\/|config\.kubernetes\.io\/inventory-id|cli-utils\.sigs\.k8s\.io\/|kapp\.k14s\.io\/is-app)/;

/**
 * Judges ConfigMaps, Secrets, ServiceAccounts, Roles and ClusterRoles of a whole cluster. Allowed: a reference from a
 * pod, a binding or anything else of the snapshot that says its name; an owner; a label by which a program finds it; or
 * an account in its namespace that may read such objects through the API. Claims are persistent-volume-claim-unused.
 */
export const resourceUnused = check({
  id: "resource-unused",
  title: "Object that nothing refers to",
  severity: "low",
  layer: "cluster",
  dimension: "architecture",
  concern: null,
  references: [],
  why: "Old settings, keys, accounts and roles stay behind when their application goes. Somebody edits the wrong one of two and wonders; a Secret that nobody needs can still be stolen, and a role that nobody has is handed to somebody by its name alone.",
  seeByHand:
    "kubectl -n shop get configmaps,secrets,serviceaccounts,roles; kubectl -n shop get pods -o yaml | grep -E 'configMap|secret|serviceAccount'",
  fix: "Ask the owner by labels and age. Keep a copy, delete it, and watch for a day: a program that reads it through the API does not show in any manifest. Let GitOps prune, or let Kustomize and Helm own such objects, so that they go with what they belong to.",
  before: `apiVersion: v1
kind: ConfigMap
metadata: { name: web-settings, namespace: shop }
data: { GREETING: hello }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", envFrom: [{ configMapRef: { name: web-other } }] }] }
`,
  after: `apiVersion: v1
kind: ConfigMap
metadata: { name: web-settings, namespace: shop }
data: { GREETING: hello }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", envFrom: [{ configMapRef: { name: web-settings } }] }] }
`,
  of: "object",
  kinds: KINDS,
  look: (located, index) => {
    const { object } = located;
    if (!isWholeCluster(index) || index.ofKind("Pod").length === 0) {
      const first = KINDS.find((kind) => index.ofKind(kind).length > 0);
      return first === object.kind ? sayOnceOfKind(located, index, PART) : NOT_APPLICABLE;
    }
    if (isKept(object, index)) return NOT_APPLICABLE;
    if (isRole(object)) return judgeRole(object, index);
    if (isReferredTo(object, index)) return PASS;
    if (mayBeReadByApi(object, index)) return NOT_APPLICABLE;
    return [
      { field: "metadata", message: `nothing in the snapshot refers to ${object.kind} "${object.metadata.name}"` },
    ];
  },
});

/** Objects that are not anybody's leftovers, whoever refers to them. */
function isKept(object: KubernetesObject, index: ClusterIndex): boolean {
  const { kind, metadata, type } = object;
  if (object.apiVersion !== "v1" && !object.apiVersion.startsWith("rbac.authorization.k8s.io/")) return true;
  if (IN_EVERY_NAMESPACE.has(`${kind}/${metadata.name}`) || hasOwner(object)) return true;
  if (kind !== "ClusterRole" && isSystemNamespace(namespaceOf(object))) return true;
  if (isRole(object) && isKubernetesOwnRole(object, index)) return true;
  if (typeof type === "string" && OF_A_TOOL.test(type)) return true;
  const marks = [...Object.keys(recordOf(metadata.labels)), ...Object.keys(recordOf(metadata.annotations))];
  return marks.some((mark) => FOUND_BY.test(mark));
}

function isRole({ kind }: KubernetesObject): boolean {
  return kind === "Role" || kind === "ClusterRole";
}

function judgeRole(role: KubernetesObject, index: ClusterIndex): Verdict {
  const bound = boundRoles(index, "all");
  // Every cluster has bindings of both kinds; without them they were not collected.
  if (bound.size === 0) return NOT_APPLICABLE;
  if (bound.has(keyOf(role)) || isAggregated(role, index) || isReferredTo(role, index)) return PASS;
  return [{ field: "metadata", message: `no binding refers to ${role.kind} "${role.metadata.name}"` }];
}

const boundRoles = oncePerIndex((index: ClusterIndex, _: "all"): ReadonlySet<string> => {
  const bindings = ["RoleBinding", "ClusterRoleBinding"].flatMap(index.ofKind);
  return new Set(
    bindings.map(({ object }) => {
      const { kind, name } = roleOfBinding(object, index);
      return kind === "Role" ? `Role/${namespaceOf(object)}/${name}` : `ClusterRole//${name}`;
    }),
  );
});

function keyOf(role: KubernetesObject): string {
  return role.kind === "Role"
    ? `Role/${namespaceOf(role)}/${role.metadata.name}`
    : `ClusterRole//${role.metadata.name}`;
}

/** A ClusterRole whose rules flow into another one by its labels. */
function isAggregated(role: KubernetesObject, index: ClusterIndex): boolean {
  if (role.kind !== "ClusterRole") return false;
  const labels = labelsOf(role.metadata.labels);
  const isForUsers = Object.keys(labels).some((label) => label.startsWith("rbac.authorization.k8s.io/aggregate-to-"));
  return isForUsers || aggregators(index, "all").some((selector) => labelSelectorMatches(selector, labels));
}

const aggregators = oncePerIndex((index: ClusterIndex, _: "all") =>
  index
    .ofKind("ClusterRole")
    .flatMap(({ object }) =>
      recordsOf(recordOf(object.aggregationRule).clusterRoleSelectors).map(({ entry }) => entry),
    ),
);
