/** Kinds whose pods keep running, and hence can be asked how they are. */
export const PROBED_KINDS = [
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "ReplicationController",
  "DeploymentConfig",
  "Rollout",
  "Pod",
] as const;
export type ProbedKind = (typeof PROBED_KINDS)[number];

/**
 * What a cluster decides itself where the field disagrees (checks.md, section 4): thresholds that checks judge by. What is
 * not decided is the field's default.
 */
export type ScanSettings = {
  /** Fewest replicas of what serves, 2-10. */
  minReplicas: number;
  /** Kinds whose containers need a liveness and a readiness probe. */
  probedKinds: readonly ProbedKind[];
  /** Registries that images may come from, as the beginning of their name: "registry.example/shop". Empty: not decided. */
  allowedRegistries: readonly string[];
  /** Share of the nodes' room that pods may ask for before it is called tight, 50-100 %. */
  mostRequestedPercent: number;
};

export const FIELD_DEFAULTS: ScanSettings = {
  // Polaris and kube-score ask for 2, kube-linter for 3: with two, one may go without an outage.
  minReplicas: 2,
  probedKinds: PROBED_KINDS,
  allowedRegistries: [],
  // Beyond it, five to ten nodes cannot take over one of theirs.
  mostRequestedPercent: 85,
};

/** The settings as they were stored; what no longer fits falls back to the field's default, and never stops a scan. */
export function settingsOf(stored: unknown): ScanSettings {
  const told = (typeof stored === "object" ? stored : null) as Partial<Record<keyof ScanSettings, unknown>> | null;
  const within = (value: unknown, lowest: number, highest: number, otherwise: number): number =>
    typeof value === "number" && value >= lowest && value <= highest ? value : otherwise;
  const kinds = PROBED_KINDS.filter((kind) => Array.isArray(told?.probedKinds) && told.probedKinds.includes(kind));
  const registries: unknown[] = Array.isArray(told?.allowedRegistries) ? told.allowedRegistries : [];
  return {
    minReplicas: within(told?.minReplicas, 2, 10, FIELD_DEFAULTS.minReplicas),
    probedKinds: Array.isArray(told?.probedKinds) ? kinds : FIELD_DEFAULTS.probedKinds,
    allowedRegistries: registries.filter((registry) => typeof registry === "string"),
    mostRequestedPercent: within(told?.mostRequestedPercent, 50, 100, FIELD_DEFAULTS.mostRequestedPercent),
  };
}
