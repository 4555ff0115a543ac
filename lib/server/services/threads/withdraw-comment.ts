import { WithdrawnComment } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { listEntries, withdrawEntry } from "#lib/server/db/threads.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";
import { questionOfThread } from "./question-of-thread.ts";
import { threadView } from "./thread-view.ts";

/** Takes one's own comment back: its words are gone, its place stays. */
export const withdrawComment = verb(
  {
    name: "threads.withdraw-comment",
    may: "threads.write",
    input: WithdrawnComment,
    writes: ({ assessment, question, number }) => ({ subject: assessment, details: { question, comment: number } }),
  },
  async (work, { assessment, question, number }, member) => {
    await requireUnsigned(work, assessment);
    const { id: questionId } = await questionOfThread(work, question);
    const comment = (await listEntries(work, assessment, questionId)).find((entry) => entry.number === number);
    if (comment?.kind !== "comment") throw notFound();
    if (comment.byId !== member.userId) {
      throw new Refusal("refused", `This is ${comment.by}'s comment.`, {
        detail: "Nothing was changed. Only who wrote a comment can withdraw it.",
      });
    }
    const place = { organizationId: member.organizationId, assessmentId: assessment, questionId };
    await withdrawEntry(work, place, { number, byId: member.userId, at: now() });
    return threadView(work, assessment, questionId, member.userId);
  },
);
