import "server-only";
import type { EntryKind, ThreadEntry } from "#lib/threads/thread.ts";
import type { Work } from "./unit-of-work.ts";

export type ThreadEntryRow = ThreadEntry & {
  text: string;
  byId: string;
  by: string;
  at: Date;
  /** Whom it mentions, by the names of that time. */
  mentions: { memberId: string; memberName: string }[];
};
type Place = { organizationId: string; assessmentId: string; questionId: string };

/** Every thread of an assessment in short: its entries without their words, by question. */
export async function listThreads(work: Work, assessmentId: string): Promise<Map<string, ThreadEntry[]>> {
  const rows = await work.threadEntry.findMany({
    where: { assessmentId },
    orderBy: [{ questionId: "asc" }, { number: "asc" }],
    select: { questionId: true, number: true, kind: true, withdrawnAt: true },
  });
  const threads = new Map<string, ThreadEntry[]>();
  for (const { questionId, number, kind, withdrawnAt } of rows) {
    const entry = { number, kind: kind as EntryKind, withdrawn: withdrawnAt !== null };
    const thread = threads.get(questionId);
    if (thread) thread.push(entry);
    else threads.set(questionId, [entry]);
  }
  return threads;
}

export async function listEntries(work: Work, assessmentId: string, question: string): Promise<ThreadEntryRow[]> {
  const rows = await work.threadEntry.findMany({
    where: { assessmentId, questionId: question },
    orderBy: { number: "asc" },
    include: { mentions: { select: { memberId: true, memberName: true } } },
  });
  return rows.map(({ number, kind, text, withdrawnAt, authorId, authorName, at, mentions }) => ({
    ...{ number, kind: kind as EntryKind, withdrawn: withdrawnAt !== null, text, at, mentions },
    ...{ byId: authorId, by: authorName },
  }));
}

/** Appends to the thread of a question, after whoever is appending now; answers the number of the entry. */
export async function addEntry(
  work: Work,
  place: Place,
  entry: { kind: EntryKind; text: string; byId: string; by: string; at: Date },
  mentioned: readonly { memberId: string; memberName: string }[],
): Promise<number> {
  const { assessmentId, questionId } = place;
  await work.$executeRaw`select pg_advisory_xact_lock(hashtextextended('thread ' || ${assessmentId} || ' ' || ${questionId}, 0))`;
  const newest = await work.threadEntry.findFirst({
    where: { assessmentId, questionId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const number = (newest?.number ?? 0) + 1;
  const { kind, text, byId, by, at } = entry;
  await work.threadEntry.create({ data: { ...place, number, kind, text, at, authorId: byId, authorName: by } });
  await work.mention.createMany({
    // Who mentions themselves has read it.
    data: mentioned.map((each) => ({ ...place, number, ...each, readAt: each.memberId === byId ? at : null })),
  });
  return number;
}

/** Takes the words of a comment of this author away; false when there is no such comment, or no words any more. */
export async function withdrawEntry(
  work: Work,
  place: Place,
  comment: { number: number; byId: string; at: Date },
): Promise<boolean> {
  const { number, byId, at } = comment;
  const { count } = await work.threadEntry.updateMany({
    where: { ...place, number, kind: "comment", authorId: byId, withdrawnAt: null },
    data: { text: "", withdrawnAt: at },
  });
  return count > 0;
}
