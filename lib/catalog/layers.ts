import type { LayerText } from "./control.ts";

/** Outermost first, as everywhere. */
export const LAYER_TEXTS: readonly LayerText[] = [
  {
    id: "cloud",
    title: "Cloud",
    means:
      "The ground that the cluster stands on: provider account or data centre, networks, nodes, etcd and its disks.",
  },
  {
    id: "cluster",
    title: "Cluster",
    means: "Kubernetes itself: who may call its API, what it admits, how it shares resources and keeps traffic apart.",
  },
  {
    id: "container",
    title: "Container",
    means: "The images and the processes that run from them: what is inside, who vouches for it, what it may do.",
  },
  {
    id: "code",
    title: "Code",
    means: "What your teams write and how it reaches production: dependencies, ports, encryption, tests and releases.",
  },
];
