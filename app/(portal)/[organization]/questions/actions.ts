"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import { importOwnQuestions } from "#lib/server/services/own-questions/import-own-questions.ts";

export async function importOwnQuestionsAction(organization: string, fields: FormData) {
  const file = fields.get("file");
  const content = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const fileName = file instanceof File ? file.name : "";
  const outcome = await act(organization, (actor) => importOwnQuestions(actor, { fileName, content }));
  revalidatePath(`/${organization}`, "layout");
  return outcome;
}
