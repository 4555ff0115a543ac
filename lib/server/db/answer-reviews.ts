import "server-only";
import type { ReviewVerdict } from "#lib/workflow/answers-under-review.ts";
import type { Work } from "./unit-of-work.ts";

export type ReviewRow = {
  question: string;
  version: number;
  verdict: ReviewVerdict;
  reason: string;
  by: string;
  byId: string;
  at: Date;
};

/** The newest review of each answer, of whichever version. */
export async function listReviews(work: Work, assessmentId: string): Promise<ReviewRow[]> {
  const rows = await work.answerReview.findMany({ where: { assessmentId }, orderBy: { questionId: "asc" } });
  return rows.map((row) => ({
    question: row.questionId,
    version: row.version,
    verdict: row.verdict as ReviewVerdict,
    reason: row.reason,
    by: row.reviewerName,
    byId: row.reviewedBy,
    at: row.reviewedAt,
  }));
}

export async function storeReview(
  work: Work,
  organizationId: string,
  assessmentId: string,
  review: ReviewRow,
): Promise<void> {
  const { question: questionId, version, verdict, reason } = review;
  const said = { version, verdict, reason, reviewedBy: review.byId, reviewerName: review.by, reviewedAt: review.at };
  await work.answerReview.upsert({
    where: { organizationId_assessmentId_questionId: { organizationId, assessmentId, questionId } },
    create: { organizationId, assessmentId, questionId, ...said },
    update: said,
  });
}
