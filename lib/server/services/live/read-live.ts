import type { z } from "zod";
import type { ActingMember } from "#lib/access/actor.ts";
import { LiveQuestions, LiveSince } from "#lib/contracts/inputs.ts";
import type { LiveAnswer, LiveView } from "#lib/contracts/live.ts";
import { listAnswersOf, listAnswersSince, type ToldAnswer } from "#lib/server/db/answers.ts";
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
  const names = present.length > 0 ? await namesOfMembers(work, member.organizationId) : new Map<string, string>();
  return {
    at,
    answers: answers.map(toLiveAnswer),
    here: present.flatMap(({ member: id, question }) => {
      const name = names.get(id);
      return name ? [{ id, name, question }] : [];
    }),
  };
}

/** The answers to these questions as they stand, whenever they were written. */
export const readLiveAnswers = longVerb(
  { name: "live.read-live-answers", may: "assessments.read", input: LiveQuestions },
  (inWork, { assessment, questions }): Promise<LiveAnswer[]> =>
    inWork(async (work) => {
      if (!(await findState(work, assessment))) throw notFound();
      return (await listAnswersOf(work, assessment, questions)).map(toLiveAnswer);
    }),
);

async function namesOfMembers(work: Work, organizationId: string): Promise<Map<string, string>> {
  return new Map((await listMembersOf(work, organizationId)).map(({ userId, name }) => [userId, name]));
}

function toLiveAnswer({
  question,
  maturity,
  notApplicable,
  comment,
  confidence,
  version,
  by,
  at,
}: ToldAnswer): LiveAnswer {
  return { question, maturity, notApplicable, comment, confidence, version, by, at: at.toISOString() };
}
