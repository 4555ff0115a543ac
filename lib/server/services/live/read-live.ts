import type { z } from "zod";
import type { ActingMember } from "#lib/access/actor.ts";
import { LiveSince } from "#lib/contracts/inputs.ts";
import type { LiveView } from "#lib/contracts/live.ts";
import { listAnswersSince } from "#lib/server/db/answers.ts";
import { findState } from "#lib/server/db/assessment-states.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { longVerb, notFound } from "../verb.ts";
import { liveHub } from "./hub.ts";

/** A write is timed before it is stored: what was stored later than it says is found all the same. */
const OVERLAP = 5_000;

/**
 * The answers written since a moment or to these questions, and who else has the assessment open. Membership and answers
 * are read as of one moment: what was written after somebody was removed is nothing that they are told.
 */
export const readLive = longVerb(
  { name: "live.read-live", may: "assessments.read", input: LiveSince },
  (inWork, input): Promise<LiveView> => inWork((work, member) => look(work, member, input), "one moment"),
);

async function look(
  work: Work,
  member: ActingMember,
  { assessment, since, questions }: z.output<typeof LiveSince>,
): Promise<LiveView> {
  if (!(await findState(work, assessment))) throw notFound();
  const at = now().getTime();
  const answers = await listAnswersSince(work, assessment, new Date((since ?? at) - OVERLAP), questions);
  const present = liveHub()
    .who(assessment)
    .filter((each) => each.member !== member.userId);
  const members = present.length > 0 ? await listMembersOf(work, member.organizationId) : [];
  const names = new Map(members.map(({ userId, name }) => [userId, name]));
  return {
    at,
    answers: answers.map(({ question, maturity, notApplicable, comment, confidence, version, by, at: written }) => ({
      ...{ question, maturity, notApplicable, comment, confidence, version, by },
      at: written.toISOString(),
    })),
    here: present.flatMap(({ member: id, question }) => {
      const name = names.get(id);
      return name ? [{ id, name, question }] : [];
    }),
  };
}
