import "server-only";
import { Prisma } from "#prisma/generated/client.ts";
import type { Work } from "./unit-of-work.ts";

/**
 * Counts one more attempt for a key (a hash) and answers how many the current window holds. One statement, so that 200
 * attempts at once count as 200; windows end by time alone, so that nobody can flush them.
 */
export async function countAttempt(work: Work, key: string, windowSeconds: number): Promise<number> {
  const fresh = Prisma.sql`sign_in_attempts.window_started > now() - make_interval(secs => ${windowSeconds})`;
  const rows = await work.$queryRaw<{ failures: number }[]>`
    insert into sign_in_attempts (key, failures, window_started) values (${key}, 1, now())
    on conflict (key) do update set
      failures = case when ${fresh} then sign_in_attempts.failures + 1 else 1 end,
      window_started = case when ${fresh} then sign_in_attempts.window_started else now() end
    returning failures`;
  return rows[0]?.failures ?? 1;
}

export async function forgetAttempts(work: Work, key: string): Promise<void> {
  await work.signInAttempt.deleteMany({ where: { key } });
}

export async function dropOldAttempts(work: Work, before: Date): Promise<void> {
  await work.signInAttempt.deleteMany({ where: { windowStarted: { lt: before } } });
}
