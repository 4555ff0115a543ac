import type { Maturity } from "#lib/catalog/framework.ts";
import type { ReviewStanding, ReviewVerdict } from "#lib/workflow/answers-under-review.ts";

/** A question of an assessment with its answer and what reviewers said about it. */
export type ReviewItem = {
  id: string;
  asks: string;
  why: string;
  standing: ReviewStanding;
  /** Whether the reader may review it: somebody else wrote it. */
  mayReview: boolean;
  answer: {
    maturity: Maturity | null;
    level: string | null;
    comment: string;
    confidence: "low" | "medium" | "high";
    version: number;
    by: string;
    at: string;
  } | null;
  leftOpen: { reason: string; by: string; at: string } | null;
  review: { verdict: ReviewVerdict; version: number; reason: string; by: string; at: string } | null;
  seen: readonly { cluster: string; says: string; at: string }[];
  contradictions: readonly { cluster: string; says: string }[];
};

export type ReviewFilter = "waiting" | "changes-requested" | "all";

/** The answers that a filter shows. */
export function filterItems(items: readonly ReviewItem[], filter: ReviewFilter): ReviewItem[] {
  const answered = items.filter(({ answer }) => answer !== null);
  if (filter === "waiting") return answered.filter(({ standing }) => ["unreviewed", "revised"].includes(standing));
  if (filter === "changes-requested") return answered.filter(({ standing }) => standing === filter);
  return answered;
}

export function filterOf(value: string | null): ReviewFilter {
  return value === "changes-requested" || value === "all" ? value : "waiting";
}
