import { ThreadOfQuestion } from "#lib/contracts/inputs.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { notFound, verb } from "../verb.ts";
import { questionOfThread } from "./question-of-thread.ts";
import { threadView } from "./thread-view.ts";

/** What was said about a question, in order. */
export const readThread = verb(
  { name: "threads.read-thread", may: "assessments.read", input: ThreadOfQuestion },
  async (work, { assessment, question }, member) => {
    if (!(await findAssessment(work, assessment))) throw notFound();
    return threadView(work, assessment, (await questionOfThread(work, question)).id, member.userId);
  },
);
