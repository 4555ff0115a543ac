const NAMES: Record<string, string> = {
  eks: "Amazon EKS",
  gke: "Google GKE",
  aks: "Azure AKS",
  openshift: "OpenShift",
  rke2: "RKE2",
  k3s: "K3s",
};

/** What people call a distribution, by its stored id; "other" says nothing, anything else is said as it is. */
export function sayDistribution(id: string): string {
  return id === "other" ? "" : (NAMES[id] ?? id);
}
