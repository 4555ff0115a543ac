import type { ConcernId, DimensionId, LayerId, Severity } from "#lib/catalog/framework.ts";
import type { Place, ResourceRef, Unreadable } from "#lib/kubernetes/object.ts";

export type Outcome = "fail" | "pass" | "not-assessable";

/** One observation: a check on a resource (and, for a fail, one field). The shape of the scan command's `results`. */
export type Result = {
  check: string;
  outcome: Outcome;
  severity: Severity;
  layer: LayerId;
  dimension: DimensionId;
  concern: ConcernId | null;
  resource: ResourceRef;
  /** Field path for a fail, "" otherwise. */
  field: string;
  /** What was seen; for not-assessable, the reason. */
  message: string;
  at: Place;
};

export type PodSecurityLevel = "privileged" | "baseline" | "restricted";
export type PodSecurityVerdict = {
  resource: ResourceRef;
  /** The strictest level that the pod satisfies. */
  level: PodSecurityLevel;
  violations: { level: "baseline" | "restricted"; control: string }[];
};

/** How one check went over a whole scan: resources, not results. */
export type CheckTally = { check: string; fail: number; pass: number; notAssessable: number; reason?: string };

export type ScanReport = {
  kubernetesVersion: string;
  /** When the cluster was like this (ISO 8601), by which age is judged; null: nothing tells. */
  observedAt: string | null;
  objects: Record<string, number>;
  unreadable: Unreadable[];
  /** Fails, not-assessables and passes. Doors filter. */
  results: Result[];
  tallies: CheckTally[];
  podSecurity: PodSecurityVerdict[];
};
