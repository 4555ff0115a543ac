import type { Outcome } from "#lib/contracts/refusal.ts";
import type { Mentionable } from "#lib/threads/mention-typing.ts";
import type { TextPart } from "#lib/threads/mentions.ts";
import type { EntryKind, ThreadState } from "#lib/threads/thread.ts";

/** How the thread of a question stands. `unread`: the person is mentioned in it and has not looked. */
export type ThreadSummary = { question: string; state: ThreadState; comments: number; unread: boolean };

export type ThreadEntryItem = {
  number: number;
  kind: EntryKind;
  by: string;
  /** ISO time */
  at: string;
  own: boolean;
  /** Null: withdrawn. */
  parts: readonly TextPart[] | null;
};
export type Thread = Omit<ThreadSummary, "unread"> & { entries: readonly ThreadEntryItem[] };

export type ThreadActions = {
  read: (question: string) => Promise<Outcome<Thread>>;
  /** Mentions stand in the text by id. */
  add: (question: string, text: string) => Promise<Outcome<Thread>>;
  resolve: (question: string, resolved: boolean) => Promise<Outcome<Thread>>;
  withdraw: (question: string, comment: number) => Promise<Outcome<Thread>>;
  markRead: (question: string) => Promise<Outcome<unknown>>;
};

export type Threads = {
  threads: readonly ThreadSummary[];
  people: readonly Mentionable[];
  mayComment: boolean;
};
