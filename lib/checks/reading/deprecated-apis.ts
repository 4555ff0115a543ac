/**
 * A version of an API that Kubernetes took back: minors of 1.x in which it was deprecated and no longer served. `instead`: what
 * to write, served since the minor `insteadSince`; both null when there is no successor.
 */
export type DeprecatedApi = {
  apiVersion: string;
  kinds: readonly string[];
  deprecated: number;
  removed: number;
  source: string;
} & ({ instead: string; insteadSince: number } | { instead: null; insteadSince: null });

const RBAC = ["Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"];
const FLOW = ["FlowSchema", "PriorityLevelConfiguration"];
const DEVICES = ["DeviceClass", "ResourceClaim", "ResourceClaimTemplate", "ResourceSlice"];

const GUIDE = "https://kubernetes.io/docs/reference/using-api/deprecation-guide/";
/** A beta version is deprecated three minors after it came and goes three minors later, when nothing else is announced. */
const POLICY = "https://kubernetes.io/docs/reference/using-api/deprecation-policy/";
/** The types of the API say the minor in which each version came, and with it the minors of the rule above. */
const TAGS = "https://github.com/kubernetes/kubernetes/tree/master/staging/src/k8s.io/api/resource";

/** The newest minor of Kubernetes whose deprecations the table was compared with, in 2026-11. */
export const DEPRECATIONS_KNOWN_UNTIL = 37;
/** The newest minor whose removals are known: they are fixed a minor ahead. */
export const REMOVALS_KNOWN_UNTIL = 38;

/**
 * By the deprecation guide of kubernetes.io and, for what stands not in it, the rows' own sources; in the order of removal.
 * Left out: kinds that the cluster makes by itself (Endpoints, ComponentStatus, LeaseCandidate, PodCertificateRequest,
 * StorageVersionMigration), about which nobody can do anything, reviews, which nobody keeps, ClusterTrustBundle, whose
 * successor is not known, and alpha versions of later years, which no cluster served by default.
 */
export const DEPRECATED_APIS: readonly DeprecatedApi[] = [
  {
    apiVersion: "extensions/v1beta1",
    kinds: ["Deployment", "DaemonSet", "ReplicaSet"],
    deprecated: 9,
    removed: 16,
    instead: "apps/v1",
    insteadSince: 9,
    source: `${GUIDE}#v1-16`,
  },
  {
    apiVersion: "extensions/v1beta1",
    kinds: ["NetworkPolicy"],
    deprecated: 9,
    removed: 16,
    instead: "networking.k8s.io/v1",
    insteadSince: 8,
    source: `${GUIDE}#v1-16`,
  },
  {
    apiVersion: "extensions/v1beta1",
    kinds: ["PodSecurityPolicy"],
    deprecated: 10,
    removed: 16,
    instead: null,
    insteadSince: null,
    source: `${GUIDE}#v1-16`,
  },
  {
    apiVersion: "apps/v1beta1",
    kinds: ["Deployment", "StatefulSet", "ControllerRevision"],
    deprecated: 9,
    removed: 16,
    instead: "apps/v1",
    insteadSince: 9,
    source: `${GUIDE}#v1-16`,
  },
  {
    apiVersion: "apps/v1beta2",
    kinds: ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ControllerRevision"],
    deprecated: 9,
    removed: 16,
    instead: "apps/v1",
    insteadSince: 9,
    source: `${GUIDE}#v1-16`,
  },
  {
    apiVersion: "batch/v2alpha1",
    kinds: ["CronJob"],
    deprecated: 8,
    removed: 21,
    instead: "batch/v1",
    insteadSince: 21,
    source: "https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.21.md",
  },
  {
    apiVersion: "extensions/v1beta1",
    kinds: ["Ingress"],
    deprecated: 14,
    removed: 22,
    instead: "networking.k8s.io/v1",
    insteadSince: 19,
    source: `${GUIDE}#v1-22`,
  },
  {
    apiVersion: "networking.k8s.io/v1beta1",
    kinds: ["Ingress", "IngressClass"],
    deprecated: 19,
    removed: 22,
    instead: "networking.k8s.io/v1",
    insteadSince: 19,
    source: `${GUIDE}#v1-22`,
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1beta1",
    kinds: RBAC,
    deprecated: 17,
    removed: 22,
    instead: "rbac.authorization.k8s.io/v1",
    insteadSince: 8,
    source: `${GUIDE}#v1-22`,
  },
  {
    apiVersion: "apiextensions.k8s.io/v1beta1",
    kinds: ["CustomResourceDefinition"],
    deprecated: 16,
    removed: 22,
    instead: "apiextensions.k8s.io/v1",
    insteadSince: 16,
    source: `${GUIDE}#v1-22`,
  },
  {
    apiVersion: "apiregistration.k8s.io/v1beta1",
    kinds: ["APIService"],
    deprecated: 19,
    removed: 22,
    instead: "apiregistration.k8s.io/v1",
    insteadSince: 10,
    source: `${GUIDE}#v1-22`,
  },
  {
    apiVersion: "admissionregistration.k8s.io/v1beta1",
    kinds: ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"],
    deprecated: 16,
    removed: 22,
    instead: "admissionregistration.k8s.io/v1",
    insteadSince: 16,
    source: `${GUIDE}#v1-22`,
  },
  {
    apiVersion: "certificates.k8s.io/v1beta1",
    kinds: ["CertificateSigningRequest"],
    deprecated: 19,
    removed: 22,
    instead: "certificates.k8s.io/v1",
    insteadSince: 19,
    source: `${GUIDE}#v1-22`,
  },
  {
    apiVersion: "coordination.k8s.io/v1beta1",
    kinds: ["Lease"],
    deprecated: 19,
    removed: 22,
    instead: "coordination.k8s.io/v1",
    insteadSince: 14,
    source: `${GUIDE}#v1-22`,
  },
  {
    apiVersion: "scheduling.k8s.io/v1beta1",
    kinds: ["PriorityClass"],
    deprecated: 14,
    removed: 22,
    instead: "scheduling.k8s.io/v1",
    insteadSince: 14,
    source: `${GUIDE}#v1-22`,
  },
  {
    apiVersion: "storage.k8s.io/v1beta1",
    kinds: ["CSINode"],
    deprecated: 17,
    removed: 22,
    instead: "storage.k8s.io/v1",
    insteadSince: 17,
    source: `${GUIDE}#v1-22`,
  },
  {
    apiVersion: "storage.k8s.io/v1beta1",
    kinds: ["CSIDriver", "StorageClass", "VolumeAttachment"],
    deprecated: 19,
    removed: 22,
    instead: "storage.k8s.io/v1",
    insteadSince: 19,
    source: `${GUIDE}#v1-22`,
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1alpha1",
    kinds: RBAC,
    deprecated: 17,
    removed: 23,
    instead: "rbac.authorization.k8s.io/v1",
    insteadSince: 8,
    source: "https://github.com/kubernetes/kubernetes/pull/104248",
  },
  {
    apiVersion: "scheduling.k8s.io/v1alpha1",
    kinds: ["PriorityClass"],
    deprecated: 14,
    removed: 23,
    instead: "scheduling.k8s.io/v1",
    insteadSince: 14,
    source: "https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.23.md",
  },
  {
    apiVersion: "batch/v1beta1",
    kinds: ["CronJob"],
    deprecated: 21,
    removed: 25,
    instead: "batch/v1",
    insteadSince: 21,
    source: `${GUIDE}#v1-25`,
  },
  {
    apiVersion: "discovery.k8s.io/v1beta1",
    kinds: ["EndpointSlice"],
    deprecated: 21,
    removed: 25,
    instead: "discovery.k8s.io/v1",
    insteadSince: 21,
    source: `${GUIDE}#v1-25`,
  },
  {
    apiVersion: "policy/v1beta1",
    kinds: ["PodDisruptionBudget"],
    deprecated: 21,
    removed: 25,
    instead: "policy/v1",
    insteadSince: 21,
    source: `${GUIDE}#v1-25`,
  },
  {
    apiVersion: "policy/v1beta1",
    kinds: ["PodSecurityPolicy"],
    deprecated: 21,
    removed: 25,
    instead: null,
    insteadSince: null,
    source: `${GUIDE}#v1-25`,
  },
  {
    apiVersion: "events.k8s.io/v1beta1",
    kinds: ["Event"],
    deprecated: 22,
    removed: 25,
    instead: "events.k8s.io/v1",
    insteadSince: 19,
    source: `${GUIDE}#v1-25`,
  },
  {
    apiVersion: "autoscaling/v2beta1",
    kinds: ["HorizontalPodAutoscaler"],
    deprecated: 22,
    removed: 25,
    instead: "autoscaling/v2",
    insteadSince: 23,
    source: `${GUIDE}#v1-25`,
  },
  {
    apiVersion: "node.k8s.io/v1beta1",
    kinds: ["RuntimeClass"],
    deprecated: 22,
    removed: 25,
    instead: "node.k8s.io/v1",
    insteadSince: 20,
    source: `${GUIDE}#v1-25`,
  },
  {
    apiVersion: "autoscaling/v2beta2",
    kinds: ["HorizontalPodAutoscaler"],
    deprecated: 23,
    removed: 26,
    instead: "autoscaling/v2",
    insteadSince: 23,
    source: `${GUIDE}#v1-26`,
  },
  {
    apiVersion: "flowcontrol.apiserver.k8s.io/v1beta1",
    kinds: FLOW,
    deprecated: 23,
    removed: 26,
    instead: "flowcontrol.apiserver.k8s.io/v1",
    insteadSince: 29,
    source: `${GUIDE}#v1-26`,
  },
  {
    apiVersion: "storage.k8s.io/v1beta1",
    kinds: ["CSIStorageCapacity"],
    deprecated: 24,
    removed: 27,
    instead: "storage.k8s.io/v1",
    insteadSince: 24,
    source: `${GUIDE}#v1-27`,
  },
  {
    apiVersion: "flowcontrol.apiserver.k8s.io/v1beta2",
    kinds: FLOW,
    deprecated: 26,
    removed: 29,
    instead: "flowcontrol.apiserver.k8s.io/v1",
    insteadSince: 29,
    source: `${GUIDE}#v1-29`,
  },
  {
    apiVersion: "flowcontrol.apiserver.k8s.io/v1beta3",
    kinds: FLOW,
    deprecated: 29,
    removed: 32,
    instead: "flowcontrol.apiserver.k8s.io/v1",
    insteadSince: 29,
    source: `${GUIDE}#v1-32`,
  },
  {
    apiVersion: "admissionregistration.k8s.io/v1beta1",
    kinds: ["ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"],
    deprecated: 31,
    removed: 34,
    instead: "admissionregistration.k8s.io/v1",
    insteadSince: 30,
    source: POLICY,
  },
  {
    apiVersion: "networking.k8s.io/v1beta1",
    kinds: ["IPAddress", "ServiceCIDR"],
    deprecated: 34,
    removed: 37,
    instead: "networking.k8s.io/v1",
    insteadSince: 33,
    source: "https://github.com/kubernetes/kubernetes/pull/139820",
  },
  {
    apiVersion: "storage.k8s.io/v1beta1",
    kinds: ["VolumeAttributesClass"],
    deprecated: 34,
    removed: 37,
    instead: "storage.k8s.io/v1",
    insteadSince: 34,
    source: "https://github.com/kubernetes/kubernetes/pull/139820",
  },
  {
    apiVersion: "resource.k8s.io/v1beta1",
    kinds: DEVICES,
    deprecated: 35,
    removed: 38,
    instead: "resource.k8s.io/v1",
    insteadSince: 34,
    source: TAGS,
  },
  {
    apiVersion: "resource.k8s.io/v1beta2",
    kinds: DEVICES,
    deprecated: 36,
    removed: 39,
    instead: "resource.k8s.io/v1",
    insteadSince: 34,
    source: TAGS,
  },
  {
    apiVersion: "admissionregistration.k8s.io/v1beta1",
    kinds: ["MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding"],
    deprecated: 37,
    removed: 40,
    instead: "admissionregistration.k8s.io/v1",
    insteadSince: 36,
    source: POLICY,
  },
];

const byVersionAndKind = new Map(
  DEPRECATED_APIS.flatMap((api) => api.kinds.map((kind) => [`${api.apiVersion} ${kind}`, api] as const)),
);

/** Kinds of which some version was taken back. */
export const KINDS_WITH_DEPRECATED_APIS: readonly string[] = [
  ...new Set(DEPRECATED_APIS.flatMap(({ kinds }) => kinds)),
];

/** What the table says about a version and kind; undefined when nothing. */
export function deprecationOf(apiVersion: string, kind: string): DeprecatedApi | undefined {
  return byVersionAndKind.get(`${apiVersion} ${kind}`);
}

/** The end of a sentence that names the successor, and since when it is served where the cluster's minor has it not yet. */
export function successorInWords({ instead, insteadSince }: DeprecatedApi, minor: number): string {
  if (instead === null) return ", without a successor";
  return minor < insteadSince ? `: write ${instead}, served from 1.${insteadSince} on` : `: write ${instead}`;
}
