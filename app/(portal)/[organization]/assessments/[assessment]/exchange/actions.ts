"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import type { ImportedAnswers } from "#lib/contracts/inputs.ts";
import { importAnswers } from "#lib/server/services/exchange/import-answers.ts";

export async function importAnswersAction(
  organization: string,
  assessment: string,
  chosen: Omit<ImportedAnswers, "assessment">,
) {
  const outcome = await act(organization, (actor) => importAnswers(actor, { ...chosen, assessment }));
  revalidatePath(`/${organization}/assessments/${assessment}`, "layout");
  return outcome;
}
