import "server-only";
import { listEntries } from "#lib/server/db/threads.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { partsOf, type TextPart } from "#lib/threads/mentions.ts";
import { type EntryKind, stateOfThread, type ThreadState } from "#lib/threads/thread.ts";

export type EntryView = {
  number: number;
  kind: EntryKind;
  by: string;
  at: string;
  own: boolean;
  /** Null: withdrawn. */
  parts: TextPart[] | null;
};
export type ThreadView = { question: string; state: ThreadState; comments: number; entries: EntryView[] };

/** The thread of a question as a member sees it. */
export async function threadView(
  work: Work,
  assessmentId: string,
  question: string,
  userId: string,
): Promise<ThreadView> {
  const entries = await listEntries(work, assessmentId, question);
  return {
    question,
    ...stateOfThread(entries),
    entries: entries.map(({ number, kind, by, byId, at, withdrawn, text, mentions }) => ({
      ...{ number, kind, by, at: at.toISOString(), own: byId === userId },
      parts: withdrawn ? null : partsOf(text, new Map(mentions.map((each) => [each.memberId, each.memberName]))),
    })),
  };
}
