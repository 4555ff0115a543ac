import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { type Outcome, Refusal } from "#lib/contracts/refusal.ts";
import { errorName, log } from "#lib/server/runtime/log.ts";
import { session } from "./reader.ts";

/** Runs a writing verb for a form. Never throws: whatever happens, the form keeps what was typed and says what it was. */
export async function act<Output>(
  organization: string,
  run: (actor: Actor) => Promise<Output>,
): Promise<Outcome<Output>> {
  return attempt(async () => {
    const current = await session();
    if (!current) throw signedOut();
    return run({ userId: current.userId, organization: String(organization) });
  });
}

/** The same for a person's own account. */
export async function actForSelf<Output>(run: (userId: string) => Promise<Output>): Promise<Outcome<Output>> {
  return attempt(async () => {
    const current = await session();
    if (!current) throw signedOut();
    return run(current.userId);
  });
}

async function attempt<Output>(run: () => Promise<Output>): Promise<Outcome<Output>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (error instanceof Refusal) {
      return {
        ok: false,
        code: error.code,
        message: error.message,
        detail: error.detail,
        fields: error.fields,
        current: error.current,
      };
    }
    log("error", "action-failed", { reason: errorName(error) });
    return {
      ok: false,
      code: "refused",
      message: "This could not be stored.",
      detail: "Nothing was changed. Try again in a minute; what you typed is still here.",
      fields: {},
      current: null,
    };
  }
}

function signedOut(): Refusal {
  return new Refusal("not-signed-in", "Your session has ended.", {
    detail: "Nothing was stored. Sign in again in another tab; what you typed is still here.",
  });
}
