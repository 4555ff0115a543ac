import "server-only";
import type { Work } from "./unit-of-work.ts";

export type StoredSession = { id: string; createdAt: Date; expiresAt: Date; device: string };

export async function addSession(work: Work, userId: string, device: string, expiresAt: Date): Promise<string> {
  const row = await work.session.create({ data: { userId, device, expiresAt } });
  return row.id;
}

/** Null when it is unknown, revoked, expired, or its account is disabled. */
export async function findLiveSession(
  work: Work,
  userId: string,
  sessionId: string,
  at: Date,
): Promise<{ name: string; email: string } | null> {
  // One statement by hand: every request asks this.
  const rows = await work.$queryRaw<{ name: string; email: string }[]>`
    select u.name, u.email from sessions s join users u on u.id = s.user_id
    where s.id = ${sessionId}::uuid and s.user_id = ${userId}::uuid and s.revoked_at is null and s.expires_at > ${at}
      and u.disabled_at is null`;
  return rows[0] ?? null;
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
