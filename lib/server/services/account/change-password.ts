import { NewPassword } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { hashPassword, passwordFits } from "#lib/server/auth/password.ts";
import { findOwnAccount, storePasswordHash } from "#lib/server/db/accounts.ts";
import { writeSecurityEvent } from "#lib/server/db/audit.ts";
import { revokeEverySession } from "#lib/server/db/sessions.ts";
import { countAttempt } from "#lib/server/db/sign-in-attempts.ts";
import { asPerson } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { ownVerb } from "../verb.ts";

/** Ends every session, the current one too: whoever knew the old password is out. */
export const changePassword = ownVerb(
  { name: "account.change-password", input: NewPassword, writes: true },
  async (work, input, userId) => {
    // Counted outside of this transaction, so that a refused guess stays counted.
    const attempts = await asPerson(userId, (own) => countAttempt(own, `password:${userId}`, 900));
    if (attempts > 10)
      throw new Refusal("too-many-attempts", "Too many attempts.", {
        detail: "Nothing was changed. Try again in 15 minutes.",
      });
    const account = await findOwnAccount(work, userId);
    if (!(await passwordFits(account?.passwordHash ?? null, input.current))) {
      throw new Refusal("refused", "The current password is not right.", {
        detail: "Nothing was changed.",
        fields: { current: "This is not your current password" },
      });
    }
    await storePasswordHash(work, userId, await hashPassword(input.next));
    await revokeEverySession(work, userId, now());
    await writeSecurityEvent(work, "password-changed", { userId });
    return { sessionsEnded: true };
  },
);
