import "server-only";
import { database } from "#lib/server/db/client.ts";
import { errorName, log } from "#lib/server/runtime/log.ts";

/** True when the database answers and every migration of it is finished. */
export async function isReady(): Promise<boolean> {
  try {
    const rows = await database().$queryRaw<{ open: number; done: number }[]>`
      select count(*) filter (where finished_at is null and rolled_back_at is null)::int as open,
             count(*) filter (where finished_at is not null)::int as done from _prisma_migrations`;
    return rows[0]?.open === 0 && rows[0].done > 0;
  } catch (error) {
    log("warn", "not-ready", { reason: errorName(error) });
    return false;
  }
}
