"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import type { ShareProfile } from "#lib/contracts/share-profiles.ts";
import { createShare } from "#lib/server/services/shares/create-share.ts";
import { revokeShare } from "#lib/server/services/shares/revoke-share.ts";

export async function createShareAction(organization: string, assessment: string, fields: FormData) {
  const text = (name: string) => String(fields.get(name) ?? "");
  const input = { assessment, name: text("name"), profile: text("profile") as ShareProfile, endsOn: text("endsOn") };
  const outcome = await act(organization, (actor) => createShare(actor, input));
  revalidatePath(`/${organization}/assessments/${assessment}/deliverables`);
  return outcome;
}

export async function revokeShareAction(organization: string, assessment: string, share: string) {
  const outcome = await act(organization, (actor) => revokeShare(actor, { assessment, share }));
  revalidatePath(`/${organization}/assessments/${assessment}/deliverables`);
  return outcome;
}
