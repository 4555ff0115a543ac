import type { Disagreement } from "./disagreement.ts";

/**
 * - take-evidence: the answer was wrong, and now says what was seen
 * - keep-claim: the claim stands beside the evidence, with a reason; the evidence goes on deciding the score
 * - scope-differs: both are right, about different things, which the scope names; to be looked at again on a day
 * - reopened: somebody took an earlier decision back
 */
export const DECISION_KINDS = ["take-evidence", "keep-claim", "scope-differs", "reopened"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** What somebody decided about one disagreement, with what it looked like then. Never changed. */
export type Decision = Omit<Disagreement, "clusterName"> & {
  /** 1 for the first about this control on this cluster, without gaps. */
  number: number;
  kind: DecisionKind;
  reason: string;
  /** What the claim speaks about; "" but for scope-differs. */
  scope: string;
  /** ISO date of the day on which it is to be looked at again; null: it has none. */
  until: string | null;
  by: string;
  at: string;
};
