/** A version of an API that Kubernetes took back: minors of 1.x in which it was deprecated and no longer served. */
export type DeprecatedApi = {
  apiVersion: string;
  kinds: readonly string[];
  deprecated: number;
  removed: number;
  /** What to write instead; null when there is no successor. */
  instead: string | null;
};

const RBAC = ["Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"];
const FLOW = ["FlowSchema", "PriorityLevelConfiguration"];
const WEBHOOKS = ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"];

/**
 * By the deprecation guide of kubernetes.io. Left out: kinds that the cluster makes by itself (Endpoints,
 * ComponentStatus), about which nobody can do anything, and alpha versions that no cluster served by default.
 */
export const DEPRECATED_APIS: readonly DeprecatedApi[] = [
  {
    apiVersion: "extensions/v1beta1",
    kinds: ["Deployment", "DaemonSet", "ReplicaSet"],
    deprecated: 9,
    removed: 16,
    instead: "apps/v1",
  },
  {
    apiVersion: "extensions/v1beta1",
    kinds: ["NetworkPolicy"],
    deprecated: 9,
    removed: 16,
    instead: "networking.k8s.io/v1",
  },
  { apiVersion: "extensions/v1beta1", kinds: ["PodSecurityPolicy"], deprecated: 10, removed: 16, instead: null },
  {
    apiVersion: "extensions/v1beta1",
    kinds: ["Ingress"],
    deprecated: 14,
    removed: 22,
    instead: "networking.k8s.io/v1",
  },
  {
    apiVersion: "apps/v1beta1",
    kinds: ["Deployment", "StatefulSet", "ControllerRevision"],
    deprecated: 9,
    removed: 16,
    instead: "apps/v1",
  },
  {
    apiVersion: "apps/v1beta2",
    kinds: ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ControllerRevision"],
    deprecated: 9,
    removed: 16,
    instead: "apps/v1",
  },
  {
    apiVersion: "networking.k8s.io/v1beta1",
    kinds: ["Ingress", "IngressClass"],
    deprecated: 19,
    removed: 22,
    instead: "networking.k8s.io/v1",
  },
  {
    apiVersion: "networking.k8s.io/v1beta1",
    kinds: ["IPAddress", "ServiceCIDR"],
    deprecated: 34,
    removed: 37,
    instead: "networking.k8s.io/v1",
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1beta1",
    kinds: RBAC,
    deprecated: 17,
    removed: 22,
    instead: "rbac.authorization.k8s.io/v1",
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1alpha1",
    kinds: RBAC,
    deprecated: 17,
    removed: 22,
    instead: "rbac.authorization.k8s.io/v1",
  },
  {
    apiVersion: "apiextensions.k8s.io/v1beta1",
    kinds: ["CustomResourceDefinition"],
    deprecated: 16,
    removed: 22,
    instead: "apiextensions.k8s.io/v1",
  },
  {
    apiVersion: "apiregistration.k8s.io/v1beta1",
    kinds: ["APIService"],
    deprecated: 19,
    removed: 22,
    instead: "apiregistration.k8s.io/v1",
  },
  {
    apiVersion: "admissionregistration.k8s.io/v1beta1",
    kinds: WEBHOOKS,
    deprecated: 16,
    removed: 22,
    instead: "admissionregistration.k8s.io/v1",
  },
  {
    apiVersion: "admissionregistration.k8s.io/v1beta1",
    kinds: ["ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"],
    deprecated: 31,
    removed: 34,
    instead: "admissionregistration.k8s.io/v1",
  },
  {
    apiVersion: "certificates.k8s.io/v1beta1",
    kinds: ["CertificateSigningRequest"],
    deprecated: 19,
    removed: 22,
    instead: "certificates.k8s.io/v1",
  },
  {
    apiVersion: "coordination.k8s.io/v1beta1",
    kinds: ["Lease"],
    deprecated: 19,
    removed: 22,
    instead: "coordination.k8s.io/v1",
  },
  {
    apiVersion: "scheduling.k8s.io/v1beta1",
    kinds: ["PriorityClass"],
    deprecated: 14,
    removed: 22,
    instead: "scheduling.k8s.io/v1",
  },
  {
    apiVersion: "storage.k8s.io/v1beta1",
    kinds: ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"],
    deprecated: 19,
    removed: 22,
    instead: "storage.k8s.io/v1",
  },
  {
    apiVersion: "storage.k8s.io/v1beta1",
    kinds: ["CSIStorageCapacity"],
    deprecated: 24,
    removed: 27,
    instead: "storage.k8s.io/v1",
  },
  {
    apiVersion: "storage.k8s.io/v1beta1",
    kinds: ["VolumeAttributesClass"],
    deprecated: 34,
    removed: 37,
    instead: "storage.k8s.io/v1",
  },
  { apiVersion: "batch/v2alpha1", kinds: ["CronJob"], deprecated: 8, removed: 21, instead: "batch/v1" },
  { apiVersion: "batch/v1beta1", kinds: ["CronJob"], deprecated: 21, removed: 25, instead: "batch/v1" },
  {
    apiVersion: "discovery.k8s.io/v1beta1",
    kinds: ["EndpointSlice"],
    deprecated: 21,
    removed: 25,
    instead: "discovery.k8s.io/v1",
  },
  { apiVersion: "events.k8s.io/v1beta1", kinds: ["Event"], deprecated: 22, removed: 25, instead: "events.k8s.io/v1" },
  {
    apiVersion: "autoscaling/v2beta1",
    kinds: ["HorizontalPodAutoscaler"],
    deprecated: 22,
    removed: 25,
    instead: "autoscaling/v2",
  },
  {
    apiVersion: "autoscaling/v2beta2",
    kinds: ["HorizontalPodAutoscaler"],
    deprecated: 23,
    removed: 26,
    instead: "autoscaling/v2",
  },
  { apiVersion: "policy/v1beta1", kinds: ["PodDisruptionBudget"], deprecated: 21, removed: 25, instead: "policy/v1" },
  { apiVersion: "policy/v1beta1", kinds: ["PodSecurityPolicy"], deprecated: 21, removed: 25, instead: null },
  {
    apiVersion: "node.k8s.io/v1beta1",
    kinds: ["RuntimeClass"],
    deprecated: 22,
    removed: 25,
    instead: "node.k8s.io/v1",
  },
  {
    apiVersion: "flowcontrol.apiserver.k8s.io/v1beta1",
    kinds: FLOW,
    deprecated: 23,
    removed: 26,
    instead: "flowcontrol.apiserver.k8s.io/v1",
  },
  {
    apiVersion: "flowcontrol.apiserver.k8s.io/v1beta2",
    kinds: FLOW,
    deprecated: 26,
    removed: 29,
    instead: "flowcontrol.apiserver.k8s.io/v1",
  },
  {
    apiVersion: "flowcontrol.apiserver.k8s.io/v1beta3",
    kinds: FLOW,
    deprecated: 29,
    removed: 32,
    instead: "flowcontrol.apiserver.k8s.io/v1",
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
