import type { ConcernId, DimensionId, LayerId, Maturity } from "#lib/catalog/framework.ts";
import type { AcceptedExtent } from "#lib/evidence/accepted-extents.ts";
import type { SeenResource } from "#lib/evidence/evidence.ts";

/** A step that moved likelihood or impact, with its reason. */
export type RiskStep = { of: "likelihood" | "impact"; from: number; to: number; reason: string };

export type Risk = {
  likelihood: number;
  impact: number;
  /** likelihood x impact, 1-25: what was computed from the evidence. */
  computed: number;
  /** What counts: the override when there is one, else computed. */
  points: number;
  steps: RiskStep[];
  override: { points: number; reason: string; by: string; at: string } | null;
};

/** 1-4 low, 5-9 medium, 10-15 high, 16-25 critical. */
export type RiskLevel = "low" | "medium" | "high" | "critical";

/** A control that is not met on a cluster. */
export type Finding = {
  /** `${clusterId}:${control}` */
  id: string;
  clusterId: string;
  clusterName: string;
  control: string;
  title: string;
  layer: LayerId;
  concern: ConcernId | null;
  dimension: DimensionId;
  /** null: uncharted. Nothing is known, which is a gap; it becomes an initiative only once it is charted. */
  maturity: Maturity | null;
  risk: Risk;
  level: RiskLevel;
  /** Resources that fail, each once; 0 when only testimony speaks. */
  affected: number;
  lookedAt: number;
  sample: SeenResource[];
  because: string;
  /** Outer layer that a breach escapes to: drawn as an arrow, and a hazard there too. */
  escalatesTo: LayerId | null;
  /** What of it somebody answers for by exceptions; absent: nothing. */
  accepted?: AcceptedExtent;
};

/** What scoring wants to know about a cluster. */
export type ClusterProfile = {
  id: string;
  name: string;
  criticality: 1 | 2 | 3 | 4 | 5;
  dataSensitivity: 1 | 2 | 3 | 4 | 5;
};

/** What a scan shows about how exposed a control's failing resources are. */
export type Exposure = { internet: number; otherNamespaces: number; privileged: number };
