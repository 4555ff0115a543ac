import "server-only";
import type { Role } from "#lib/access/permissions.ts";
import { inOneStatement, type Work } from "./unit-of-work.ts";

export type StoredSession = { id: string; createdAt: Date; expiresAt: Date; device: string };

export async function addSession(work: Work, userId: string, device: string, expiresAt: Date): Promise<string> {
  const row = await work.session.create({ data: { userId, device, expiresAt } });
  return row.id;
}

/** Null when it is unknown, revoked, expired, or its account is disabled. */
export async function findLiveSession(
  userId: string,
  sessionId: string,
  at: Date,
): Promise<{ name: string; email: string } | null> {
  const rows = await inOneStatement(
    (work) => work.$queryRaw<{ name: string; email: string }[]>`
      select * from live_session(${userId}::uuid, ${sessionId}::uuid, ${at}::timestamptz)`,
  );
  return rows[0] ?? null;
}

/** The role of who has this session in an organization, by one statement; null when either is gone. */
export async function findWatcher(
  { userId, sessionId, organization }: { userId: string; sessionId: string; organization: string },
  at: Date,
): Promise<Role | null> {
  const rows = await inOneStatement(
    (work) => work.$queryRaw<{ role: Role }[]>`
      select member.role from live_session(${userId}::uuid, ${sessionId}::uuid, ${at}::timestamptz),
        enter_organization(${userId}::uuid, ${organization}) member`,
  );
  return rows[0]?.role ?? null;
}

export async function listLiveSessions(work: Work, userId: string, at: Date): Promise<StoredSession[]> {
  const rows = await work.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: at } },
    orderBy: { createdAt: "desc" },
  });
  return rows.map(({ id, createdAt, expiresAt, device }) => ({ id, createdAt, expiresAt, device }));
}

export async function revokeSession(work: Work, userId: string, sessionId: string, at: Date): Promise<boolean> {
  const { count } = await work.session.updateMany({
    where: { id: sessionId, userId, revokedAt: null },
    data: { revokedAt: at },
  });
  return count > 0;
}

export async function revokeEverySession(work: Work, userId: string, at: Date): Promise<void> {
  await work.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: at } });
}
