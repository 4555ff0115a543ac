"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import type { OwnWorkInput } from "#lib/contracts/inputs.ts";
import { removeOwn } from "#lib/server/services/initiatives/remove-own.ts";
import { saveOwn } from "#lib/server/services/initiatives/save-own.ts";

export async function saveOwnAction(organization: string, assessment: string, work: OwnWorkInput) {
  const outcome = await act(organization, (actor) => saveOwn(actor, { ...work, assessment }));
  revalidatePath(`/${organization}/assessments/${assessment}`, "layout");
  return outcome;
}

export async function removeOwnAction(organization: string, assessment: string, initiative: string) {
  const outcome = await act(organization, (actor) => removeOwn(actor, { assessment, initiative }));
  revalidatePath(`/${organization}/assessments/${assessment}`, "layout");
  return outcome;
}
