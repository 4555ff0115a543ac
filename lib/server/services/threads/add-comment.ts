import { CommentInput } from "#lib/contracts/inputs.ts";
import { refuseBlindQuestion } from "#lib/server/db/blind-rounds.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { addEntry } from "#lib/server/db/threads.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { mentionsIn } from "#lib/threads/mentions.ts";
import { notFound, verb } from "../verb.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";
import { questionOfThread } from "./question-of-thread.ts";
import { type ThreadView, threadView } from "./thread-view.ts";

/** Says something about a question, to all or to those mentioned; answers the thread as it is then. */
export const addComment = verb(
  {
    name: "threads.add-comment",
    may: "threads.write",
    input: CommentInput,
    writes: ({ assessment, question }, { entries }: ThreadView) => ({
      subject: assessment,
      details: { question, comment: entries.at(-1)?.number ?? 0 },
    }),
  },
  async (work, { assessment, question, text }, member) => {
    await requireUnsigned(work, assessment);
    const { id: questionId } = await questionOfThread(work, question);
    await refuseBlindQuestion(work, assessment, questionId);
    const wanted = mentionsIn(text);
    const members = await listMembersOf(work, member.organizationId);
    const mentioned = members.filter(({ userId }) => wanted.includes(userId));
    if (mentioned.length < wanted.length) throw notFound();
    await addEntry(
      work,
      { organizationId: member.organizationId, assessmentId: assessment, questionId },
      { kind: "comment", text: text.trim(), byId: member.userId, by: member.name, at: now() },
      mentioned.map(({ userId, name }) => ({ memberId: userId, memberName: name })),
    );
    return threadView(work, assessment, questionId, member.userId);
  },
);
