import type { Role } from "#lib/access/permissions.ts";
import { Nothing } from "#lib/contracts/inputs.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { verb } from "../verb.ts";

export type MemberLine = { id: string; name: string; email: string; role: Role; isSelf: boolean };

export const listMembers = verb(
  { name: "members.list-members", may: "members.read", input: Nothing },
  async (work, _, member): Promise<MemberLine[]> =>
    (await listMembersOf(work, member.organizationId)).map(({ userId, ...row }) => ({
      id: userId,
      ...row,
      isSelf: userId === member.userId,
    })),
);
