"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import type { AnswerInput } from "#lib/contracts/inputs.ts";
import { acceptProposals } from "#lib/server/services/answers/accept-proposals.ts";
import { answerQuestion } from "#lib/server/services/answers/answer-question.ts";
import { confirmAnswers } from "#lib/server/services/exchange/confirm-answers.ts";

/** Nothing is revalidated: the questionnaire knows what it saved, and other pages read anew when they are opened. */
export async function saveAnswerAction(
  organization: string,
  assessment: string,
  answer: Omit<AnswerInput, "assessment">,
) {
  return act(organization, (actor) => answerQuestion(actor, { ...answer, assessment }));
}

export async function acceptProposalsAction(organization: string, assessment: string, questions: string[]) {
  const outcome = await act(organization, (actor) => acceptProposals(actor, { assessment, questions }));
  revalidatePath(`/${organization}/assessments/${assessment}/questionnaire`);
  return outcome;
}

export async function confirmAnswersAction(organization: string, assessment: string, questions: string[]) {
  const outcome = await act(organization, (actor) => confirmAnswers(actor, { assessment, questions }));
  revalidatePath(`/${organization}/assessments/${assessment}/questionnaire`);
  return outcome;
}
