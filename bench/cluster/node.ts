import { hex, type Random, timeOf, uid } from "./random.ts";

/** A worker with its labels, its conditions and the fifty images that a kubelet reports. */
export function node(random: Random, name: string, at: number): object {
  const zone = `eu-west-1${"abc"[at % 3]}`;
  const created = timeOf(random);
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      annotations: { "node.alpha.kubernetes.io/ttl": "0" },
      creationTimestamp: created,
      labels: {
        "kubernetes.io/arch": "amd64",
        "kubernetes.io/hostname": name,
        "kubernetes.io/os": "linux",
        "node.kubernetes.io/instance-type": "m7i.4xlarge",
        "topology.kubernetes.io/region": "eu-west-1",
        "topology.kubernetes.io/zone": zone,
      },
      name,
      resourceVersion: String(Math.floor(random() * 1e9)),
      uid: uid(random),
    },
    spec: { podCIDR: `10.${at >> 8}.${at & 255}.0/24`, providerID: `aws:///${zone}/i-${hex(random, 17)}` },
    status: {
      addresses: [
        { address: `172.16.${at >> 8}.${at & 255}`, type: "InternalIP" },
        { address: name, type: "Hostname" },
      ],
      allocatable: { cpu: "15890m", memory: "62000000Ki", pods: "110" },
      capacity: { cpu: "16", memory: "64000000Ki", pods: "110" },
      conditions: ["MemoryPressure", "DiskPressure", "PIDPressure", "Ready"].map((type) => ({
        lastHeartbeatTime: "2026-11-18T05:57:07Z",
        lastTransitionTime: created,
        message: `kubelet reports on ${type}`,
        reason: `Kubelet${type}`,
        status: type === "Ready" ? "True" : "False",
        type,
      })),
      images: Array.from({ length: 50 }, (_, image) => ({
        names: [
          `registry.example.com/platform/service-${(at * 7 + image * 13) % 2_000}@sha256:${hex(random, 64)}`,
          `registry.example.com/platform/service-${(at * 7 + image * 13) % 2_000}:1.${image}.0`,
        ],
        sizeBytes: 40_000_000 + Math.floor(random() * 4e8),
      })),
      nodeInfo: {
        architecture: "amd64",
        containerRuntimeVersion: "containerd://2.1.4",
        kernelVersion: "6.12.46",
        kubeletVersion: "v1.35.2",
        operatingSystem: "linux",
        osImage: "Amazon Linux 2023.9.20260915",
      },
    },
  };
}
