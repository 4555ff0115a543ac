import type { ConcernId, DimensionId, LayerId } from "#lib/catalog/framework.ts";
import type { RiskLevel } from "./finding.ts";

/**
 * A score, 0-100, as an interval: `low` counts every unknown as unmet (the headline), `high` as met.
 * Coverage 0-1: weighted share of applicable controls that have fresh evidence. Null scores: nothing applies.
 */
export type Score = { low: number; high: number; coverage: number; weight: number };

/** How a number came to be: recomputable by hand. Shown by "how was this computed". */
export type Derivation = {
  label: string;
  /** Formatted value with its unit. */
  value: string;
  /** The rule in words with the numbers filled in: "sum of weight x maturity / 4, divided by the sum of weights". */
  rule: string;
  parts: Derivation[];
};

export type LayerScore = {
  layer: LayerId;
  own: Score;
  /** min(own, assured of the next outer layer). */
  assured: Score;
  /** The outer layer that holds this one down; null when its own score is the limit. */
  heldBy: LayerId | null;
  derivation: Derivation;
};
export type ConcernScore = {
  concern: ConcernId;
  layer: LayerId;
  score: Score;
  cappedBy: string | null;
  derivation: Derivation;
};
export type DimensionScore = { dimension: DimensionId; score: Score; derivation: Derivation };
/**
 * Cell of the 4 C's x 8 dimensions heat map; null score: no control there that applies. `worst`: level of the worst
 * finding about which something is known.
 */
export type CellScore = {
  layer: LayerId;
  dimension: DimensionId;
  score: Score | null;
  findings: number;
  risk: number;
  worst?: RiskLevel | null;
};

export type ScoreCard = {
  /** Assured score of the innermost layer is not the whole: this is the weighted mean of the assured layer scores. */
  overall: { own: Score; assured: Score; derivation: Derivation };
  layers: LayerScore[];
  concerns: ConcernScore[];
  dimensions: DimensionScore[];
  cells: CellScore[];
};
