import "server-only";
import type { Role } from "#lib/access/permissions.ts";
import type { Work } from "./unit-of-work.ts";

export type Account = { id: string; name: string; email: string; passwordHash: string; disabled: boolean };
export type OwnMembership = { organization: string; organizationName: string; role: Role };

export async function findAccountByEmail(work: Work, email: string): Promise<Account | null> {
  const row = await work.user.findFirst({ where: { email } });
  return (
    row && {
      id: row.id,
      name: row.name,
      email: row.email,
      passwordHash: row.passwordHash,
      disabled: row.disabledAt !== null,
    }
  );
}

export async function findOwnAccount(work: Work, userId: string): Promise<Account | null> {
  const row = await work.user.findFirst({ where: { id: userId } });
  return (
    row && {
      id: row.id,
      name: row.name,
      email: row.email,
      passwordHash: row.passwordHash,
      disabled: row.disabledAt !== null,
    }
  );
}

export async function addAccount(
  work: Work,
  account: { id: string; name: string; email: string; passwordHash: string },
): Promise<void> {
  await work.user.create({ data: account });
}

export async function storePasswordHash(work: Work, userId: string, passwordHash: string): Promise<void> {
  await work.user.updateMany({ where: { id: userId }, data: { passwordHash } });
}

export async function listOwnMemberships(work: Work, userId: string): Promise<OwnMembership[]> {
  return work.$queryRaw<OwnMembership[]>`
    select o.slug as organization, o.name as "organizationName", m.role
    from memberships m join organizations o on o.id = m.organization_id
    where m.user_id = ${userId}::uuid order by m.created_at, o.slug`;
}

/** The slug of an organization, for who is its member; null: they are not. */
export async function findOwnSlug(work: Work, userId: string, organizationId: string): Promise<string | null> {
  const [row] = await work.$queryRaw<{ slug: string }[]>`
    select o.slug from memberships m join organizations o on o.id = m.organization_id
    where m.user_id = ${userId}::uuid and o.id = ${organizationId}::uuid`;
  return row?.slug ?? null;
}
