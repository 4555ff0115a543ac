"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import type { Role } from "#lib/access/permissions.ts";
import { changeRole } from "#lib/server/services/members/change-role.ts";
import { removeMember } from "#lib/server/services/members/remove-member.ts";

export async function changeRoleAction(organization: string, member: string, role: Role) {
  const outcome = await act(organization, (actor) => changeRole(actor, { member, role }));
  revalidatePath(`/${organization}/members`);
  return outcome;
}

export async function removeMemberAction(organization: string, member: string) {
  const outcome = await act(organization, (actor) => removeMember(actor, { member }));
  revalidatePath(`/${organization}/members`);
  return outcome;
}
