import "server-only";
import type { Work } from "./unit-of-work.ts";

export type MentionRow = {
  assessmentId: string;
  assessment: string;
  question: string;
  number: number;
  text: string;
  by: string;
  at: Date;
  readAt: Date | null;
  mentions: { memberId: string; memberName: string }[];
};

/** By others, and not withdrawn: what somebody is to hear. */
const toBeHeard = (memberId: string) => ({ memberId, entry: { withdrawnAt: null, authorId: { not: memberId } } });

/** Mentions of a member in all assessments, the newest first. */
export async function listMentionsOf(work: Work, memberId: string, limit: number): Promise<MentionRow[]> {
  const rows = await work.mention.findMany({
    where: toBeHeard(memberId),
    orderBy: [{ entry: { at: "desc" } }, { questionId: "asc" }, { number: "desc" }],
    take: limit,
    include: {
      entry: {
        include: {
          assessment: { select: { name: true } },
          mentions: { select: { memberId: true, memberName: true } },
        },
      },
    },
  });
  return rows.map(({ assessmentId, questionId, number, readAt, entry }) => ({
    ...{ assessmentId, question: questionId, number, readAt, assessment: entry.assessment.name },
    ...{ text: entry.text, by: entry.authorName, at: entry.at, mentions: entry.mentions },
  }));
}

export async function countUnreadMentions(work: Work, memberId: string): Promise<number> {
  return work.mention.count({ where: { ...toBeHeard(memberId), readAt: null } });
}

/** Questions of an assessment in whose threads a member is mentioned and has not looked. */
export async function listUnreadQuestions(work: Work, assessmentId: string, memberId: string): Promise<Set<string>> {
  const rows = await work.mention.findMany({
    where: { ...toBeHeard(memberId), assessmentId, readAt: null },
    select: { questionId: true },
  });
  return new Set(rows.map(({ questionId }) => questionId));
}

/** Marks a member's mentions in a thread as read; answers how many were not. */
export async function markRead(
  work: Work,
  of: { assessmentId: string; questionId: string; memberId: string },
  at: Date,
): Promise<number> {
  const { count } = await work.mention.updateMany({ where: { ...of, readAt: null }, data: { readAt: at } });
  return count;
}
