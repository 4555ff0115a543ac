import { ResolvedThread } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { addEntry, listEntries } from "#lib/server/db/threads.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { stateOfThread } from "#lib/threads/thread.ts";
import { verb } from "../verb.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";
import { questionOfThread } from "./question-of-thread.ts";
import { threadView } from "./thread-view.ts";

/** Says that the question of a thread is settled, or open again. Where it stands so already, nothing is added. */
export const resolveThread = verb(
  {
    name: "threads.resolve-thread",
    may: "threads.write",
    input: ResolvedThread,
    writes: ({ assessment, question, resolved }) => ({ subject: assessment, details: { question, resolved } }),
  },
  async (work, { assessment, question, resolved }, member) => {
    await requireUnsigned(work, assessment);
    const { id: questionId } = await questionOfThread(work, question);
    const { state } = stateOfThread(await listEntries(work, assessment, questionId));
    if (state === "none") {
      throw new Refusal("refused", "Nothing is said about this question.", {
        detail: "There is nothing to resolve. Write a comment first.",
      });
    }
    if (state !== (resolved ? "resolved" : "open")) {
      await addEntry(
        work,
        { organizationId: member.organizationId, assessmentId: assessment, questionId },
        { kind: resolved ? "resolved" : "reopened", text: "", byId: member.userId, by: member.name, at: now() },
        [],
      );
    }
    return threadView(work, assessment, questionId, member.userId);
  },
);
