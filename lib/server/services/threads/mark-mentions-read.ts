import { ThreadOfQuestion } from "#lib/contracts/inputs.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { markRead } from "#lib/server/db/mentions.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";
import { questionOfThread } from "./question-of-thread.ts";

/** The member looked at a thread: mentions of them in it are read. Also in a signed assessment, of which it is no part. */
export const markMentionsRead = verb(
  {
    name: "threads.mark-mentions-read",
    may: "assessments.read",
    input: ThreadOfQuestion,
    writes: ({ assessment, question }) => ({ subject: assessment, details: { question } }),
  },
  async (work, { assessment, question }, member) => {
    if (!(await findAssessment(work, assessment))) throw notFound();
    const { id: questionId } = await questionOfThread(work, question);
    const read = await markRead(work, { assessmentId: assessment, questionId, memberId: member.userId }, now());
    return { read };
  },
);
