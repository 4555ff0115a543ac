import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { isManaged, isOfK3s } from "./distribution-own.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";

/** Namespaces that providers keep their agents in. */
const NAMESPACE = /^(kube-system|gke-[\w-]+|gmp-system|aks-[\w-]+|azure-[\w-]+|calico-system|tigera-operator)$/;

/** Registries from which only a provider's own agents come. */
const REGISTRY =
  /^(\d{12}\.dkr\.ecr\.[\w-]+\.amazonaws\.com(\.cn)?\/(eks\/|amazon-k8s-cni|amazon\/aws-network-policy-agent)|gke\.gcr\.io\/|([\w-]+\.)?gcr\.io\/gke-release\/|[\w-]+\.pkg\.dev\/gke-release\/|mcr\.microsoft\.com\/(oss|aks|azuremonitor|containernetworking|azure-policy|azure-workload-identity)\/|registry\.digitalocean\.com\/doks\/|docker\.io\/digitalocean\/|[\w.-]+\.icr\.io\/(ext|iks|obs)\/)/;

/**
 * True for an agent that the provider of a managed cluster runs on its nodes (kube-proxy, the network plug-in, drivers of
 * volumes): the provider's registry or manager, in a namespace of the provider's. The customer can neither change its
 * template nor do without it. On clusters of one's own the same agents are one's own; what k3s brings
 * along is not, for it writes it back at each start.
 */
export function isProvidersAgent(workload: Workload, index: ClusterIndex): boolean {
  return (index.managedControlPlane === true && agentsOf(index, "").has(workload)) || isOfK3s(workload.object);
}

const agentsOf = oncePerIndex(
  (index: ClusterIndex, _: string): ReadonlySet<Workload> => new Set(index.workloads.filter(isAgent)),
);

function isAgent(workload: Workload): boolean {
  if (!NAMESPACE.test(namespaceOf(workload))) return false;
  const containers = containersOf(workload);
  return (
    isManaged(workload.object) ||
    (containers.length > 0 &&
      containers.every(({ container: { image } }) => typeof image === "string" && REGISTRY.test(image)))
  );
}
