"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import type { AssignedPart } from "#lib/assignments/assignment.ts";
import { assignPart } from "#lib/server/services/assignments/assign-part.ts";

export async function assignPartAction(
  organization: string,
  assessment: string,
  part: AssignedPart,
  target: string,
  member: string | null,
  dueOn: string | null,
) {
  const outcome = await act(organization, (actor) => assignPart(actor, { assessment, part, target, member, dueOn }));
  revalidatePath(`/${organization}/assessments/${assessment}/assignments`);
  return outcome;
}
