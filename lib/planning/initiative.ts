import type { Skill, ThreePoint } from "#lib/catalog/control.ts";
import type { ConcernId, DimensionId, LayerId } from "#lib/catalog/framework.ts";

export type Quadrant = "do now" | "plan well" | "fill in" | "think twice";

export type Effort = ThreePoint & {
  /** PERT mean (o + 4l + p) / 6, person-days, one decimal. What counts unless overridden. */
  computed: number;
  /** By how much it was multiplied, and from how many pieces of work that was learned; absent: by nothing. */
  learned?: { factor: number; count: number };
  days: number;
  bySkill: Partial<Record<Skill, number>>;
  override: { days: number; reason: string; by: string; at: string } | null;
  /** "2 / 3 / 6 fixed + 31 workloads x 0.2 / 0.5 / 2" */
  how: string;
};

/** A piece of remediation work over all clusters of the assessment. */
export type Initiative = {
  /** The remedy's id; phases of a split one get "-1", "-2". */
  id: string;
  remedy: string;
  title: string;
  layer: LayerId;
  concerns: ConcernId[];
  dimensions: DimensionId[];
  /** Ids of the findings that it closes. */
  findings: string[];
  clusters: string[];
  /** Sum of the points of its findings. */
  risk: number;
  effort: Effort;
  skill: Skill;
  things: number;
  thing: string;
  after: string[];
  steps: readonly string[];
  riskOfDoing: string;
  rollback: string;
  verifiedBy: readonly string[];
  quadrant: Quadrant;
  phase: { number: number; of: number } | null;
  /** Who added it by hand and why, with the risk points that no finding tells of; absent: the catalogue asks for it. */
  own?: { by: string; reason: string; risk: number };
};

/** An initiative that nobody has estimated. */
export type Unestimated = Omit<Initiative, "effort" | "quadrant" | "phase">;
