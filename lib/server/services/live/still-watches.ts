import "server-only";
import { can } from "#lib/access/permissions.ts";
import { findWatcher } from "#lib/server/db/sessions.ts";
import { now } from "#lib/server/runtime/clock.ts";
import type { Watching } from "./answer-live.ts";

/** Whether session, membership and role still allow to be told: what was read before it is asked was read in time. */
export async function stillWatches({ userId, sessionId, organization }: Watching): Promise<boolean> {
  const role = await findWatcher({ userId, sessionId, organization }, now());
  return role !== null && can(role, "assessments.read");
}
