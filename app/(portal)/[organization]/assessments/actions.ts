"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import { createAssessment } from "#lib/server/services/assessments/create-assessment.ts";

export async function createAssessmentAction(organization: string, fields: FormData) {
  const input = {
    name: String(fields.get("name") ?? ""),
    startsOn: String(fields.get("startsOn") ?? ""),
    clusters: fields.getAll("clusters").map(String),
    carryFrom: String(fields.get("carryFrom") ?? "") || null,
  };
  const outcome = await act(organization, (actor) => createAssessment(actor, input));
  revalidatePath(`/${organization}`, "layout");
  return outcome;
}
