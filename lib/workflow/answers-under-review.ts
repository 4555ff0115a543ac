/** A question of an assessment as the workflow sees it. */
export type ReviewedQuestion = {
  question: string;
  /** The newest version, who wrote it (id), and who said the same alone before it was adopted; null: nobody answered. */
  answer: { version: number; by: string; alsoBy?: readonly string[] } | null;
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
  if (!review || isAuthor(answer, review.by)) return "unreviewed";
  if (review.version === answer.version) return review.verdict;
  return review.verdict === "changes-requested" ? "revised" : "unreviewed";
}

/** Whether a person may review an answer: not who wrote its current version, nor who said the same alone. */
export function mayReviewAnswer({ answer }: Pick<ReviewedQuestion, "answer">, person: string): boolean {
  return answer !== null && !isAuthor(answer, person);
}

function isAuthor({ by, alsoBy }: NonNullable<ReviewedQuestion["answer"]>, person: string): boolean {
  return by === person || (alsoBy?.includes(person) ?? false);
}
