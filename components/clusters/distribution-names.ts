import type { DISTRIBUTIONS } from "#lib/contracts/inputs.ts";

export const DISTRIBUTION_NAMES: Record<(typeof DISTRIBUTIONS)[number], string> = {
  eks: "Amazon EKS",
  gke: "Google GKE",
  aks: "Azure AKS",
  openshift: "OpenShift",
  rke2: "RKE2",
  k3s: "K3s",
  kubeadm: "kubeadm",
  other: "Another one",
};

/** The name of a stored distribution, or what was stored. */
export function nameOfDistribution(id: string): string {
  return DISTRIBUTION_NAMES[id as keyof typeof DISTRIBUTION_NAMES] ?? id;
}
