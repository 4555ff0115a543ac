import type { KubernetesObject, LocatedObject } from "./object.ts";
import type { Workload } from "./pod.ts";

/** One snapshot, indexed: what checks and maps ask. Built by buildClusterIndex in build-cluster-index.ts. */
export type ClusterIndex = {
  /** "1.34": given, else read from the snapshot, else the newest known. */
  kubernetesVersion: string;
  /**
   * "1.34" where the API server itself tells it: given with the snapshot, or by the oldest and newest image of its pods.
   * Null where kubernetesVersion is taken from kubelets, or is a guess.
   */
  serverVersions: { oldest: string; newest: string } | null;
  /**
   * True when the objects were read from a running cluster (nodes, status, uids), false for plain manifests:
   * checks that need live status or the whole cluster say not-assessable on manifests.
   */
  live: boolean;
  /** True on EKS, GKE, AKS and the like, where the provider runs the control plane; null when it cannot be told. */
  managedControlPlane: boolean | null;
  /**
   * When the snapshot was taken (ISO 8601, UTC): given, else the newest time that a running cluster has written into the
   * objects. Null where nothing tells: checks that need a clock say not-assessable then.
   */
  observedAt: string | null;
  /** All objects of a kind, any API group unless given ("Ingress", or "networking.k8s.io/Ingress"). */
  ofKind(kind: string): readonly LocatedObject[];
  /** One object by kind, namespace ("" for cluster-scoped) and name. */
  find(kind: string, namespace: string, name: string): LocatedObject | undefined;
  /** Every namespace that is named by a Namespace object or by an object within it, sorted. */
  namespaces: readonly string[];
  /** Pod carriers, with owned pods and replica sets folded into their owners. */
  workloads: readonly Workload[];
  /** Pods that live in the snapshot below this workload (itself when it is a bare Pod). */
  podsOf(workload: Workload): readonly KubernetesObject[];
  /** Services whose selector matches the pod template. */
  servicesOf(workload: Workload): readonly LocatedObject[];
  /** Network policies whose podSelector matches the pod template, in its namespace. */
  networkPoliciesOf(workload: Workload): readonly LocatedObject[];
  /**
   * Why objects of a kind may be missing from the snapshot: the API server refused them, or a list was cut. Null where
   * nothing says so. The engine asks for each kind that a check asks for.
   */
  withheld(kind: string): string | null;
  /** Whether any kind is withheld. */
  hasGaps: boolean;
  /** Count of objects by kind, Kubernetes' own or not. */
  counts: Readonly<Record<string, number>>;
};
