import "server-only";
import { randomUUID } from "node:crypto";
import type { Role } from "#lib/access/permissions.ts";
import { addAccount, findAccountByEmail } from "./accounts.ts";
import { actAs, atTheDoor, foundingOrganization, type Work } from "./unit-of-work.ts";

export type MemberRow = { userId: string; name: string; email: string; role: Role };

/** Founds an organization with its first members; accounts are made where the e-mail has none. For operators and the seed. */
export async function foundOrganization(organization: {
  slug: string;
  name: string;
  members: { name: string; email: string; role: Role; passwordHash: string }[];
}): Promise<string> {
  const id = randomUUID();
  await foundingOrganization(id, async (work) => {
    await work.organization.create({ data: { id, slug: organization.slug, name: organization.name } });
    for (const member of organization.members) {
      const known = await atTheDoor(member.email, (door) => findAccountByEmail(door, member.email));
      const userId = known?.id ?? randomUUID();
      await actAs(work, userId);
      if (!known)
        await addAccount(work, {
          id: userId,
          name: member.name,
          email: member.email,
          passwordHash: member.passwordHash,
        });
      await work.membership.create({
        data: { organizationId: id, userId, role: member.role, name: member.name, email: member.email },
      });
    }
  });
  return id;
}

export async function listMembersOf(work: Work, organizationId: string): Promise<MemberRow[]> {
  const rows = await work.membership.findMany({ where: { organizationId }, orderBy: { name: "asc" } });
  return rows.map(({ userId, name, email, role }) => ({ userId, name, email, role: role as Role }));
}

export async function storeRole(work: Work, organizationId: string, userId: string, role: Role): Promise<boolean> {
  const { count } = await work.membership.updateMany({ where: { organizationId, userId }, data: { role } });
  return count > 0;
}

export async function removeMembership(work: Work, organizationId: string, userId: string): Promise<boolean> {
  const { count } = await work.membership.deleteMany({ where: { organizationId, userId } });
  return count > 0;
}
