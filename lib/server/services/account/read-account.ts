import { Nothing } from "#lib/contracts/inputs.ts";
import { findOwnAccount, listOwnMemberships, type OwnMembership } from "#lib/server/db/accounts.ts";
import { listLiveSessions } from "#lib/server/db/sessions.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, ownVerb } from "../verb.ts";

export type AccountView = {
  name: string;
  email: string;
  memberships: OwnMembership[];
  sessions: { id: string; since: string; until: string; device: string }[];
};

export const readAccount = ownVerb(
  { name: "account.read-account", input: Nothing },
  async (work, _, userId): Promise<AccountView> => {
    const account = await findOwnAccount(work, userId);
    if (!account) throw notFound();
    const sessions = await listLiveSessions(work, userId, now());
    return {
      name: account.name,
      email: account.email,
      memberships: await listOwnMemberships(work, userId),
      sessions: sessions.map((session) => ({
        id: session.id,
        since: session.createdAt.toISOString(),
        until: session.expiresAt.toISOString(),
        device: session.device,
      })),
    };
  },
);
