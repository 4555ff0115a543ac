import { MemberId } from "#lib/contracts/inputs.ts";
import { listMembersOf, removeMembership } from "#lib/server/db/organizations.ts";
import { notFound, verb } from "../verb.ts";
import { keepAnAdmin } from "./change-role.ts";

/** Takes effect with the person's next request: every unit of work reads the membership anew. */
export const removeMember = verb(
  {
    name: "members.remove-member",
    may: "members.write",
    input: MemberId,
    writes: (input) => ({ subject: input.member }),
  },
  async (work, input, member) => {
    await keepAnAdmin(listMembersOf(work, member.organizationId), input.member);
    if (!(await removeMembership(work, member.organizationId, input.member))) throw notFound();
    return { member: input.member };
  },
);
