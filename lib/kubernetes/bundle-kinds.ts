/**
 * What lies in the files of a support bundle, by the folder or file below cluster-resources. Bundles of older collectors
 * hold plain arrays, whose entries do not say what they are.
 */
const KINDS: Readonly<Record<string, readonly [apiVersion: string, kind: string]>> = {
  clusterrolebindings: ["rbac.authorization.k8s.io/v1", "ClusterRoleBinding"],
  clusterroles: ["rbac.authorization.k8s.io/v1", "ClusterRole"],
  configmaps: ["v1", "ConfigMap"],
  cronjobs: ["batch/v1", "CronJob"],
  "custom-resource-definitions": ["apiextensions.k8s.io/v1", "CustomResourceDefinition"],
  daemonsets: ["apps/v1", "DaemonSet"],
  deployments: ["apps/v1", "Deployment"],
  endpoints: ["v1", "Endpoints"],
  endpointslices: ["discovery.k8s.io/v1", "EndpointSlice"],
  events: ["v1", "Event"],
  ingress: ["networking.k8s.io/v1", "Ingress"],
  jobs: ["batch/v1", "Job"],
  leases: ["coordination.k8s.io/v1", "Lease"],
  limitranges: ["v1", "LimitRange"],
  namespaces: ["v1", "Namespace"],
  "network-policy": ["networking.k8s.io/v1", "NetworkPolicy"],
  nodes: ["v1", "Node"],
  "pod-disruption-budgets": ["policy/v1", "PodDisruptionBudget"],
  pods: ["v1", "Pod"],
  priorityclasses: ["scheduling.k8s.io/v1", "PriorityClass"],
  pvcs: ["v1", "PersistentVolumeClaim"],
  pvs: ["v1", "PersistentVolume"],
  replicasets: ["apps/v1", "ReplicaSet"],
  "resource-quota": ["v1", "ResourceQuota"],
  "resource-quotas": ["v1", "ResourceQuota"],
  rolebindings: ["rbac.authorization.k8s.io/v1", "RoleBinding"],
  roles: ["rbac.authorization.k8s.io/v1", "Role"],
  serviceaccounts: ["v1", "ServiceAccount"],
  services: ["v1", "Service"],
  statefulsets: ["apps/v1", "StatefulSet"],
  "storage-classes": ["storage.k8s.io/v1", "StorageClass"],
  volumeattachments: ["storage.k8s.io/v1", "VolumeAttachment"],
};

/** Kind and version of the entries of a bundle's file that name none; null for any other file. */
export function kindOfBundleFile(path: string): { apiVersion: string; kind: string } | null {
  const part = /(?:^|[/\\])cluster-resources[/\\]([a-z-]{1,60})(?:[/\\][^/\\]{1,260})?\.json$/i
    .exec(path)?.[1]
    ?.toLowerCase();
  if (part === undefined || !Object.hasOwn(KINDS, part)) return null;
  const [apiVersion = "", kind = ""] = KINDS[part] ?? [];
  return { apiVersion, kind };
}
