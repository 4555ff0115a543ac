import "server-only";
import type { ActingMember } from "#lib/access/actor.ts";
import { can } from "#lib/access/permissions.ts";
import type { Question } from "#lib/catalog/control.ts";
import { listReviews, type ReviewRow } from "#lib/server/db/answer-reviews.ts";
import { type AnswerRow, listAnswers } from "#lib/server/db/answers.ts";
import { listOpenQuestions, type OpenQuestionRow } from "#lib/server/db/open-questions.ts";
import { listMembersOf, type MemberRow } from "#lib/server/db/organizations.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import type { ReviewedQuestion } from "#lib/workflow/answers-under-review.ts";
import type { AssessmentState } from "#lib/workflow/states.ts";
import type { Facts } from "#lib/workflow/steps.ts";
import { agreedAlone } from "./agreed-alone.ts";

/** Everything that a review is about, question by question in the order of the catalogue. */
export type LoadedReview = {
  questions: {
    question: Question;
    answer: AnswerRow | null;
    leftOpen: OpenQuestionRow | null;
    review: ReviewRow | null;
    /** Who said alone what the answer says (ids). */
    alsoBy: string[];
  }[];
  members: MemberRow[];
  /** Those who may review. */
  reviewers: MemberRow[];
};

export async function loadReview(
  work: Work,
  member: ActingMember,
  assessmentId: string,
  asked: readonly Question[],
): Promise<LoadedReview> {
  const answers = byQuestion(await listAnswers(work, assessmentId));
  const reviews = byQuestion(await listReviews(work, assessmentId));
  const leftOpen = byQuestion(await listOpenQuestions(work, assessmentId));
  const agreed = await agreedAlone(work, assessmentId);
  const members = await listMembersOf(work, member.organizationId);
  return {
    questions: asked.map((question) => {
      const stored = answers.get(question.id) ?? null;
      // An answer to another wording has to be confirmed first.
      const answer = stored?.reworded ? null : stored;
      return {
        question,
        answer,
        leftOpen: answer ? null : (leftOpen.get(question.id) ?? null),
        review: reviews.get(question.id) ?? null,
        alsoBy: answer ? agreed(answer) : [],
      };
    }),
    members,
    reviewers: members.filter(({ role }) => can(role, "answers.review")),
  };
}

/** The same as the pure core takes it. */
export function factsOf(loaded: LoadedReview, state: AssessmentState, openContradictions: number): Facts {
  return {
    state,
    openContradictions,
    questions: loaded.questions.map(reviewedQuestion),
    reviewers: loaded.reviewers.map(({ userId }) => userId),
  };
}

export function reviewedQuestion(line: LoadedReview["questions"][number]): ReviewedQuestion {
  const { question, answer, leftOpen, review, alsoBy } = line;
  return {
    question: question.id,
    answer: answer && { version: answer.version, by: answer.byId, alsoBy },
    leftOpen: leftOpen !== null,
    review: review && { version: review.version, verdict: review.verdict, by: review.byId },
  };
}

function byQuestion<Row extends { question: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.question, row]));
}
