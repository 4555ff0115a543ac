"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import { setBranding } from "#lib/server/services/branding/set-branding.ts";

export async function setBrandingAction(organization: string, fields: FormData) {
  const file = fields.get("logo");
  const logo = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
  const accent = String(fields.get("accent") ?? "").trim();
  const outcome = await act(organization, (actor) =>
    setBranding(actor, {
      name: String(fields.get("name") ?? ""),
      accent: accent === "" ? null : accent,
      logo,
      removeLogo: fields.get("removeLogo") !== null,
    }),
  );
  revalidatePath(`/${organization}/branding`);
  return outcome;
}
