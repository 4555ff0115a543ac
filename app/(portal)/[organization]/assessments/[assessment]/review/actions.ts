"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import { acceptAssessment } from "#lib/server/services/workflow/accept-assessment.ts";
import { leaveOpen } from "#lib/server/services/workflow/leave-open.ts";
import { requestChanges } from "#lib/server/services/workflow/request-changes.ts";
import { reviewAnswer } from "#lib/server/services/workflow/review-answer.ts";
import { signAssessment } from "#lib/server/services/workflow/sign-assessment.ts";
import { submitAssessment } from "#lib/server/services/workflow/submit-assessment.ts";
import type { ReviewVerdict } from "#lib/workflow/answers-under-review.ts";

export async function submitAssessmentAction(organization: string, assessment: string) {
  const outcome = await act(organization, (actor) => submitAssessment(actor, { assessment }));
  revalidate(organization, assessment);
  return outcome;
}

export async function requestChangesAction(organization: string, assessment: string, reason: string) {
  const outcome = await act(organization, (actor) => requestChanges(actor, { assessment, reason }));
  revalidate(organization, assessment);
  return outcome;
}

export async function acceptAssessmentAction(organization: string, assessment: string) {
  const outcome = await act(organization, (actor) => acceptAssessment(actor, { assessment }));
  revalidate(organization, assessment);
  return outcome;
}

export async function signAssessmentAction(organization: string, assessment: string, seen: string) {
  const outcome = await act(organization, (actor) => signAssessment(actor, { assessment, seen }));
  revalidate(organization, assessment);
  return outcome;
}

type Review = { question: string; version: number; verdict: ReviewVerdict; reason: string };

export async function reviewAnswerAction(organization: string, assessment: string, review: Review) {
  const outcome = await act(organization, (actor) => reviewAnswer(actor, { ...review, assessment }));
  revalidate(organization, assessment);
  return outcome;
}

export async function leaveOpenAction(
  organization: string,
  assessment: string,
  question: string,
  reason: string | null,
) {
  const outcome = await act(organization, (actor) => leaveOpen(actor, { assessment, question, reason }));
  revalidate(organization, assessment);
  return outcome;
}

/** The state stands at the head of every page of the assessment. */
function revalidate(organization: string, assessment: string): void {
  revalidatePath(`/${organization}/assessments/${assessment}`, "layout");
}
