import type { ConcernId, DimensionId, LayerId, Maturity } from "./framework.ts";

/**
 * The smallest thing assessed. Belongs to one concern (or none: pure health) and one dimension, hence to one layer.
 */
export type Control = {
  /** kebab-case, never reused */
  id: string;
  /** What is true when it is met, e.g. "Pods cannot reach the cloud's metadata service". Sentence case, no full stop. */
  title: string;
  layer: LayerId;
  concern: ConcernId | null;
  dimension: DimensionId;
  /** Weight within its concern and dimension, 1 (nice) to 5 (vital). */
  weight: 1 | 2 | 3 | 4 | 5;
  /** Starting points of the risk of a finding, before what the evidence adds. */
  likelihood: 1 | 2 | 3 | 4 | 5;
  impact: 1 | 2 | 3 | 4 | 5;
  /** A critical control at maturity 0 caps the score of its concern (see lib/scoring). */
  critical: boolean;
  /** Check ids (lib/checks, checks.md) that observe it. */
  checks: readonly string[];
  /**
   * "decides": the checks see the whole control; passing proves maturity 3.
   * "caps": they see a part of it; failing limits the maturity, passing proves no more than 2.
   */
  observation: "decides" | "caps";
  /** Families (families.ts) without a check that it stands for: another tool's report speaks of them by these ids. */
  families?: readonly string[];
  /** Layer that a breach escapes to, where it does: a container that becomes its node, a pod that reaches the cloud. */
  escalatesTo?: LayerId;
  /** Where evidence comes from when the Kubernetes API cannot show it (an imported report, infrastructure as code). */
  otherEvidence?: string;
  /** Reference ids only, e.g. "CIS 5.2.2", "PSS baseline", "NSA pod", "O22:K01", "O25:K01", "T1611". */
  references: readonly string[];
};

/** How a person testifies about a control. At least one question for each control. */
export type Question = {
  id: string;
  control: string;
  /** The question itself, one sentence ending in a question mark. */
  asks: string;
  /** Why it matters: the hazard, not the control. Two or three short sentences. */
  why: string;
  /** How to find out in five minutes. May contain a command in backticks. */
  findOut: string;
  /** What each maturity level looks like, in concrete, checkable words; level 4 says how it stays true. */
  levels: readonly [string, string, string, string, string];
  /** Where it was removed from the catalogue: kept so that old answers stay readable, no longer asked. */
  removed?: true;
};

/** What a person was asked, in the words of a version of the catalogue. */
export type Wording = { catalogue: string; asks: string; levels: readonly string[] };

/** Three-point estimate in person-days. */
export type ThreePoint = { optimistic: number; likely: number; pessimistic: number };

export const SKILLS = ["platform", "security", "application", "cloud"] as const;
export type Skill = (typeof SKILLS)[number];

/** A template of an initiative: what is done about the findings of some controls. */
export type Remedy = {
  /** kebab-case, imperative: "give-every-namespace-a-pod-security-level" */
  id: string;
  title: string;
  /** Outermost layer of the controls that it closes. */
  layer: LayerId;
  /** Control ids. Each control is closed by exactly one remedy. */
  closes: readonly string[];
  /** The skill that does most of the work, and what share of the effort other skills take (shares sum to 1). */
  skills: Partial<Record<Skill, number>>;
  /** Effort that is paid once, person-days. */
  fixed: ThreePoint;
  /** Effort for each affected thing (usually a workload), person-days. */
  perThing: ThreePoint;
  /** What a "thing" is called, singular: "workload", "namespace", "node pool". */
  thing: string;
  /** Remedy ids that come in the same or an earlier quarter. */
  after: readonly string[];
  steps: readonly string[];
  /** What can go wrong while doing it, and how to undo it. */
  riskOfDoing: string;
  rollback: string;
  /** Check ids that must pass on a later scan for it to be verified; empty: verified by a new answer. */
  verifiedBy: readonly string[];
};

/** A remedy as it is written: what verifies it follows from the checks of the controls that it closes. */
export type RemedyDraft = Omit<Remedy, "verifiedBy">;

export type ConcernText = {
  id: ConcernId;
  title: string;
  /** What good looks like, one sentence. */
  good: string;
  /** Cross-walk by reference ids. */
  references: {
    cis: readonly string[];
    nsa: readonly string[];
    pss: readonly string[];
    owasp2022: readonly string[];
    owasp2025: readonly string[];
    mitre: readonly string[];
    cncfPhase: "develop" | "distribute" | "deploy" | "runtime";
  };
};

export type DimensionText = { id: DimensionId; title: string; asks: string };
export type LayerText = { id: LayerId; title: string; means: string };

/** The whole catalogue, in one value. Versioned: a change of meaning changes the version. */
export type Catalog = {
  version: string;
  layers: readonly LayerText[];
  dimensions: readonly DimensionText[];
  concerns: readonly ConcernText[];
  controls: readonly Control[];
  questions: readonly Question[];
  remedies: readonly Remedy[];
};

/** Words for the five levels. */
export const MATURITY_NAMES: Record<Maturity, string> = {
  0: "absent",
  1: "ad hoc",
  2: "partial",
  3: "enforced",
  4: "enforced and verified",
};
