/** A question of an assessment as the workflow sees it. */
export type ReviewedQuestion = {
  question: string;
  /** The newest version, and who wrote it (id); null: nobody answered. */
  answer: { version: number; by: string } | null;
  /** Somebody said why it stays without an answer. */
  leftOpen: boolean;
  /** The newest review, of whichever version. */
  review: { version: number; verdict: ReviewVerdict; by: string } | null;
};
export type ReviewVerdict = "accepted" | "changes-requested";

/**
 * Where a question stands: a review speaks only of the version that it saw, so a changed answer is "unreviewed" again
 * ("revised" where changes had been requested).
 */
export type ReviewStanding = "unanswered" | "left-open" | "unreviewed" | "revised" | "accepted" | "changes-requested";

export function standingOf({ answer, leftOpen, review }: ReviewedQuestion): ReviewStanding {
  if (!answer) return leftOpen ? "left-open" : "unanswered";
  // A review by the author is none, wherever it may come from.
  if (!review || review.by === answer.by) return "unreviewed";
  if (review.version === answer.version) return review.verdict;
  return review.verdict === "changes-requested" ? "revised" : "unreviewed";
}

/** Whether a person may review an answer: not who wrote its current version. */
export function mayReviewAnswer({ answer }: ReviewedQuestion, person: string): boolean {
  return answer !== null && answer.by !== person;
}
