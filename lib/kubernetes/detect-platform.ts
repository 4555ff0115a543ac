import type { LocatedObject } from "./object.ts";

type OfKind = (kind: string) => readonly LocatedObject[];

/** "1.34" from the lowest kubelet version, or from a version object that a support bundle brought; undefined when silent. */
export function detectVersion(ofKind: OfKind): string | undefined {
  const server = ofKind("ClusterVersion").map(({ object }) => minorOf(record(object.info).gitVersion ?? object.string));
  const kubelets = ofKind("Node").map(({ object }) => minorOf(record(record(object.status).nodeInfo).kubeletVersion));
  const known = (server.some(Boolean) ? server : kubelets).filter((version) => version !== undefined);
  return known.sort((a, b) => Number(a.split(".")[1]) - Number(b.split(".")[1]))[0];
}

/** True when the objects were printed by a running cluster: nodes, or objects that the API server has given an uid. */
export function isLiveSnapshot(ofKind: OfKind): boolean {
  return (
    ofKind("Node").length > 0 ||
    ["Pod", "Namespace", "Deployment", "Service"].some((kind) =>
      ofKind(kind).some(({ object }) => typeof object.metadata.uid === "string"),
    )
  );
}

/** True on EKS, GKE, AKS and the like, false when control-plane nodes are visible, null when nothing tells. */
export function detectManagedControlPlane(ofKind: OfKind): boolean | null {
  const nodes = ofKind("Node");
  if (nodes.length === 0) return null;
  for (const { object } of nodes) {
    const labels = record(object.metadata.labels);
    const version = String(record(record(object.status).nodeInfo).kubeletVersion ?? "");
    if (
      Object.keys(labels).some((label) =>
        /^(eks\.amazonaws\.com|cloud\.google\.com\/gke-|kubernetes\.azure\.com|doks\.digitalocean\.com)/.test(label),
      )
    )
      return true;
    if (/-eks-|-gke\.|-aks/.test(version)) return true;
  }
  const controlPlane = nodes.some(({ object }) =>
    Object.keys(record(object.metadata.labels)).some((label) =>
      /^node-role\.kubernetes\.io\/(control-plane|master|controlplane)$/.test(label),
    ),
  );
  return controlPlane ? false : null;
}

function minorOf(version: unknown): string | undefined {
  return typeof version === "string" ? /^v?(\d+\.\d+)/.exec(version)?.[1] : undefined;
}

function record(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
