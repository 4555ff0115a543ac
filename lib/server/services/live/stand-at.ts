import { LivePlace } from "#lib/contracts/inputs.ts";
import { findState } from "#lib/server/db/assessment-states.ts";
import { notFound, verb } from "../verb.ts";
import { liveHub } from "./hub.ts";

/** Says to the others at which question a tab of the caller stands. Nothing is stored. */
export const standAt = verb(
  { name: "live.stand-at", may: "assessments.read", input: LivePlace },
  async (work, { assessment, tab, question }, member) => {
    if (!(await findState(work, assessment))) throw notFound();
    liveHub().stand({ assessment, member: member.userId, tab }, question);
    return { question };
  },
);
