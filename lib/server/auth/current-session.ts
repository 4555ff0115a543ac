import "server-only";
import { getServerSession } from "next-auth";
import { findLiveSession } from "#lib/server/db/sessions.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { authOptions, type SessionToken } from "./next-auth.ts";

export type CurrentSession = { userId: string; sessionId: string; name: string; email: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Who is asking, by cookie and database, or null. Revoked, expired and disabled count at once. */
export async function currentSession(): Promise<CurrentSession | null> {
  const token = (await getServerSession(authOptions())) as (SessionToken & object) | null;
  const { userId, sessionId } = token ?? {};
  if (!userId || !sessionId || !UUID.test(userId) || !UUID.test(sessionId)) return null;
  const person = await findLiveSession(userId, sessionId, now());
  return person && { userId, sessionId, ...person };
}
