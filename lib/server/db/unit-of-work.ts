import "server-only";
import type { Role } from "#lib/access/permissions.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { database } from "./client.ts";

/** A transaction within which the tenant's border stands. */
export type Work = Prisma.TransactionClient;
export type Member = {
  organizationId: string;
  slug: string;
  organizationName: string;
  scanMaxAgeDays: number;
  name: string;
  role: Role;
};

const LIMITS = { maxWait: 20_000, timeout: 60_000 };

/** "one moment": everything is read as it stood when the first row was read, whatever others store meanwhile. */
export type Sight = "each statement" | "one moment";

/**
 * Runs `run` in one transaction as a member of an organization. The border is opened by the membership itself: where the
 * person is no member, no organization is set, every table is empty, and the answer is null.
 */
export async function inOrganization<T>(
  userId: string,
  slug: string,
  run: (work: Work, member: Member) => Promise<T>,
  sight: Sight = "each statement",
): Promise<{ found: T } | null> {
  const limits = sight === "one moment" ? { ...LIMITS, isolationLevel: "RepeatableRead" as const } : LIMITS;
  return database().$transaction(async (work) => {
    const [member] = await work.$queryRaw<Member[]>`select * from enter_organization(${userId}::uuid, ${slug})`;
    return member ? { found: await run(work, member) } : null;
  }, limits);
}

/** As a person, outside of any organization: own account, own sessions, own memberships. */
export async function asPerson<T>(userId: string, run: (work: Work) => Promise<T>): Promise<T> {
  return database().$transaction(async (work) => {
    await actAs(work, userId);
    return run(work);
  }, LIMITS);
}

/** One statement that opens the border itself: a function of the schema which is told the person. No transaction around it. */
export async function inOneStatement<T>(ask: (work: Pick<Work, "$queryRaw">) => Promise<T>): Promise<T> {
  return ask(database());
}

/** Before anyone is known: the account of one typed e-mail, counters of sign-in attempts, security events. */
export async function atTheDoor<T>(email: string, run: (work: Work) => Promise<T>): Promise<T> {
  return database().$transaction(async (work) => {
    await work.$queryRaw`select set_config('app.sign_in_email', ${email}, true)`;
    return run(work);
  }, LIMITS);
}

/** As whoever holds the token of a share link: that one row, whose hash it is. */
export async function byShareToken<T>(tokenHash: string, run: (work: Work) => Promise<T>): Promise<T> {
  return database().$transaction(async (work) => {
    await work.$queryRaw`select set_config('app.share_token_hash', ${tokenHash}, true)`;
    return run(work);
  }, LIMITS);
}

/** Founds an organization: the one place that enters a tenant without a membership, because there is none yet. */
export async function foundingOrganization<T>(organizationId: string, run: (work: Work) => Promise<T>): Promise<T> {
  return database().$transaction(async (work) => {
    await work.$queryRaw`select set_config('app.organization_id', ${organizationId}, true)`;
    return run(work);
  }, LIMITS);
}

export async function actAs(work: Work, userId: string): Promise<void> {
  await work.$queryRaw`select set_config('app.user_id', ${userId}, true)`;
}
