import "server-only";
import { createHash } from "node:crypto";
import { SignInInput } from "#lib/contracts/inputs.ts";
import { findAccountByEmail } from "#lib/server/db/accounts.ts";
import { writeSecurityEvent } from "#lib/server/db/audit.ts";
import { addSession } from "#lib/server/db/sessions.ts";
import { countAttempt, forgetAttempts } from "#lib/server/db/sign-in-attempts.ts";
import { actAs, asPerson, atTheDoor } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { canonicalEmail } from "./canonical-email.ts";
import { passwordFits } from "./password.ts";

export const SESSION_HOURS = 12;
/** Per 15 minutes: of one account from one network, of one account from anywhere, of one network. */
export const LIMITS = { windowSeconds: 900, accountAndNetwork: 10, account: 50, network: 200 };

export type SignedIn = { userId: string; sessionId: string; name: string; email: string };
export type SignInOutcome = SignedIn | "wrong" | "too-many-attempts";

/** Checks e-mail and password and opens a session. The same answer and the same work for accounts that do not exist. */
export async function signIn(raw: unknown, from: { network: string; device: string }): Promise<SignInOutcome> {
  const input = SignInInput.safeParse(raw);
  if (!input.success) return "wrong";
  const email = canonicalEmail(input.data.email) ?? "";
  const keys = { pair: digest(`${email}|${from.network}`), account: digest(email), network: digest(from.network) };
  const { account, allowed } = await atTheDoor(email, async (work) => {
    const counts = [
      (await countAttempt(work, keys.pair, LIMITS.windowSeconds)) <= LIMITS.accountAndNetwork,
      (await countAttempt(work, keys.account, LIMITS.windowSeconds)) <= LIMITS.account,
      (await countAttempt(work, keys.network, LIMITS.windowSeconds)) <= LIMITS.network,
    ];
    return { account: await findAccountByEmail(work, email), allowed: counts.every(Boolean) };
  });
  if (!allowed) {
    await recordRefusal("sign-in-limited", keys.account);
    return "too-many-attempts";
  }
  const fits = await passwordFits(account?.passwordHash ?? null, input.data.password);
  if (!account || !fits || account.disabled) {
    await recordRefusal("sign-in-refused", keys.account);
    return "wrong";
  }
  await atTheDoor(email, async (work) => {
    // The network's count stays: signing in to an own account must not wipe it.
    for (const key of [keys.pair, keys.account]) await forgetAttempts(work, key);
  });
  const expiresAt = new Date(now().getTime() + SESSION_HOURS * 3_600_000);
  const sessionId = await asPerson(account.id, async (work) => {
    await actAs(work, account.id);
    return addSession(work, account.id, from.device.slice(0, 120), expiresAt);
  });
  return { userId: account.id, sessionId, name: account.name, email: account.email };
}

async function recordRefusal(kind: string, account: string): Promise<void> {
  await atTheDoor("", (work) => writeSecurityEvent(work, kind, { account }));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
