/** What people call a distribution, by its stored id. */
export const DISTRIBUTION_NAMES = {
  eks: "Amazon EKS",
  gke: "Google GKE",
  aks: "Azure AKS",
  openshift: "OpenShift",
  rke2: "RKE2",
  k3s: "K3s",
  kubeadm: "kubeadm",
  other: "Another one",
} as const;

/** The name of a stored distribution, or what was stored. */
export function nameOfDistribution(id: string): string {
  return (DISTRIBUTION_NAMES as Record<string, string>)[id] ?? id;
}

/** A distribution within a sentence: one that nobody named says nothing. */
export function sayDistribution(id: string): string {
  return id === "other" ? "" : nameOfDistribution(id);
}
