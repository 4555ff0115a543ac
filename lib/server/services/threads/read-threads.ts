import { can } from "#lib/access/permissions.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { listUnreadQuestions } from "#lib/server/db/mentions.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { listThreads } from "#lib/server/db/threads.ts";
import { labelPeople, type Mentionable } from "#lib/threads/mention-typing.ts";
import { stateOfThread, type ThreadState } from "#lib/threads/thread.ts";
import { notFound, verb } from "../verb.ts";

export type ThreadSummary = { question: string; state: ThreadState; comments: number; unread: boolean };
export type ThreadsView = { threads: ThreadSummary[]; people: Mentionable[]; mayComment: boolean };

/** Which questions of an assessment are discussed, and whom the member can mention. */
export const readThreads = verb(
  { name: "threads.read-threads", may: "assessments.read", input: AssessmentId },
  async (work, { assessment: id }, member): Promise<ThreadsView> => {
    const assessment = await findAssessment(work, id);
    if (!assessment) throw notFound();
    const unread = await listUnreadQuestions(work, id, member.userId);
    const members = await listMembersOf(work, member.organizationId);
    return {
      threads: [...(await listThreads(work, id))].map(([question, entries]) => ({
        ...{ question, ...stateOfThread(entries), unread: unread.has(question) },
      })),
      people: labelPeople(members.map(({ userId, name, email }) => ({ id: userId, name, email }))).filter(
        ({ id: person }) => person !== member.userId,
      ),
      mayComment: can(member.role, "threads.write") && assessment.state !== "signed",
    };
  },
);
