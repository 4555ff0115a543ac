"use server";
import { revalidatePath } from "next/cache";
import { actForSelf } from "#app/door/act.ts";
import { changePassword } from "#lib/server/services/account/change-password.ts";
import { revokeSession } from "#lib/server/services/account/revoke-session.ts";

export async function changePasswordAction(fields: FormData) {
  return actForSelf((userId) =>
    changePassword(userId, { current: String(fields.get("current") ?? ""), next: String(fields.get("next") ?? "") }),
  );
}

export async function revokeSessionAction(session: string) {
  const outcome = await actForSelf((userId) => revokeSession(userId, { session }));
  revalidatePath("/account");
  return outcome;
}
