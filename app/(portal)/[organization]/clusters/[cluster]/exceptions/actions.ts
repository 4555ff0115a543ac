"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import { acceptException } from "#lib/server/services/exceptions/accept-exception.ts";
import { endException } from "#lib/server/services/exceptions/end-exception.ts";
import { fieldsOfException } from "./fields-of-exception.ts";

export async function acceptExceptionAction(organization: string, cluster: string, fields: FormData) {
  const outcome = await act(organization, (actor) => acceptException(actor, { cluster, ...fieldsOfException(fields) }));
  revalidatePath(`/${organization}`, "layout");
  return outcome;
}

export async function endExceptionAction(organization: string, cluster: string, exception: string) {
  const outcome = await act(organization, (actor) => endException(actor, { cluster, exception }));
  revalidatePath(`/${organization}`, "layout");
  return outcome;
}
