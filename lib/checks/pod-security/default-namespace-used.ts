import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { entriesOf } from "../reading/entries.ts";
import { objectNamed } from "../reading/namespaced.ts";
import { POD_CARRIERS } from "../reading/workload-of.ts";

/** What a team owns. Quotas, limit ranges and network policies are not here: in "default" they only protect. */
const OWNED_BY_A_TEAM = [
  ...POD_CARRIERS,
  "PodTemplate",
  "Service",
  "EndpointSlice",
  "Ingress",
  "ConfigMap",
  "Secret",
  "ServiceAccount",
  "Role",
  "RoleBinding",
  "PersistentVolumeClaim",
  "HorizontalPodAutoscaler",
  "PodDisruptionBudget",
];

/** What Kubernetes itself keeps in the namespace. */
const KUBERNETES_OWN = new Set([
  "Service/kubernetes",
  "EndpointSlice/kubernetes",
  "ConfigMap/kube-root-ca.crt",
  "ConfigMap/openshift-service-ca.crt",
  "ServiceAccount/default",
]);

/**
 * Restricted field: metadata.namespace. Allowed: any but "default", where also everything lands that names none.
 * What has its owner in the snapshot, and what Kubernetes keeps there itself, is not applicable.
 */
export const defaultNamespaceUsed = check({
  id: "default-namespace-used",
  title: "Object lives in the default namespace",
  severity: "low",
  layer: "cluster",
  dimension: "architecture",
  concern: null,
  references: ["CIS 5.6.4", "O22:K01"],
  why: "The namespace is the border to which Kubernetes ties roles, quotas, network policies and pod security levels. What lives in default has no such border of its own: it shares one with every other thing that somebody applied in haste, and nobody can say who owns it.",
  seeByHand: "kubectl get all,configmaps,secrets,roles,rolebindings,persistentvolumeclaims --namespace default",
  fix: "Create a namespace for each application or team with its pod security level, quota and default-deny policy, and deploy there: change the namespace in the manifests, not by hand. Names of services change with it (web.default becomes web.shop), and volumes do not move along: plan a copy for what keeps data. Afterwards refuse new workloads in default by admission.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: default }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  of: "object",
  kinds: OWNED_BY_A_TEAM,
  look: ({ object }, index) => {
    const { namespace } = object.metadata;
    if (namespace !== undefined && namespace !== "" && namespace !== "default") return PASS;
    if (isKubernetesOwn(object) || hasOwner(object, index)) return NOT_APPLICABLE;
    return namespace === "default"
      ? [
          {
            field: "metadata.namespace",
            message: `${object.kind} "${object.metadata.name}" lives in the default namespace`,
          },
        ]
      : [
          {
            field: "metadata",
            message: `${object.kind} "${object.metadata.name}" names no namespace and lands in default`,
          },
        ];
  },
});

function isKubernetesOwn(object: KubernetesObject): boolean {
  if (KUBERNETES_OWN.has(`${object.kind}/${object.metadata.name}`)) return true;
  // Until 1.24 every service account was given a token by the control plane.
  return (
    object.type === "kubernetes.io/service-account-token" &&
    object.metadata.annotations?.["kubernetes.io/service-account.name"] === "default"
  );
}

/** Pods of a ReplicaSet, slices of a Service: the owner is reported, its children follow it. */
function hasOwner(object: KubernetesObject, index: ClusterIndex): boolean {
  return entriesOf(object.metadata.ownerReferences).some(
    ({ entry }) => objectNamed(index, entry.kind, "default", entry.name) !== undefined,
  );
}
