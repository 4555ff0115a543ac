import { SessionId } from "#lib/contracts/inputs.ts";
import { writeSecurityEvent } from "#lib/server/db/audit.ts";
import { revokeSession as storeRevocation } from "#lib/server/db/sessions.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, ownVerb } from "../verb.ts";

export const revokeSession = ownVerb(
  { name: "account.revoke-session", input: SessionId, writes: true },
  async (work, input, userId) => {
    if (!(await storeRevocation(work, userId, input.session, now()))) throw notFound();
    await writeSecurityEvent(work, "session-revoked", { userId });
    return { session: input.session };
  },
);
