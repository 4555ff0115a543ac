"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import { removeWish } from "#lib/server/services/roadmaps/remove-wish.ts";
import { setWish } from "#lib/server/services/roadmaps/set-wish.ts";

type Wish = { remedy: string; notBefore: string | null; doneBy: string | null; reason: string };

export async function setWishAction(organization: string, assessment: string, wish: Wish) {
  const outcome = await act(organization, (actor) => setWish(actor, { ...wish, assessment }));
  revalidatePath(`/${organization}/assessments/${assessment}/plan`);
  return outcome;
}

export async function removeWishAction(organization: string, assessment: string, remedy: string) {
  const outcome = await act(organization, (actor) => removeWish(actor, { assessment, remedy }));
  revalidatePath(`/${organization}/assessments/${assessment}/plan`);
  return outcome;
}
