import { MemberRole } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { listMembersOf, storeRole } from "#lib/server/db/organizations.ts";
import { notFound, verb } from "../verb.ts";

export const changeRole = verb(
  {
    name: "members.change-role",
    may: "members.write",
    input: MemberRole,
    writes: (input) => ({ subject: input.member, details: { role: input.role } }),
  },
  async (work, input, member) => {
    await keepAnAdmin(listMembersOf(work, member.organizationId), input.role === "admin" ? null : input.member);
    if (!(await storeRole(work, member.organizationId, input.member, input.role))) throw notFound();
    return { member: input.member };
  },
);

/** An organization without an admin could never be repaired from within. */
export async function keepAnAdmin(members: ReturnType<typeof listMembersOf>, leaving: string | null): Promise<void> {
  const admins = (await members).filter((row) => row.role === "admin");
  if (leaving && admins.length === 1 && admins[0]?.userId === leaving) {
    throw new Refusal("refused", "This is the last admin.", {
      detail: "Nothing was changed. Make somebody else an admin first.",
    });
  }
}
