import { ShareId } from "#lib/contracts/inputs.ts";
import { revokeShareOf } from "#lib/server/db/shares.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";

/** Ends a link at once, for good. */
export const revokeShare = verb(
  {
    name: "shares.revoke-share",
    may: "report.share",
    input: ShareId,
    writes: (input) => ({ subject: input.assessment, details: { share: input.share } }),
  },
  async (work, { assessment, share }, member) => {
    if (!(await revokeShareOf(work, assessment, share, { name: member.name, at: now() }))) throw notFound();
    return { share };
  },
);
