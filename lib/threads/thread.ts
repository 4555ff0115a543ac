/** What happened in the thread of a question, in order. A thread begins with its first comment. */
export const ENTRY_KINDS = ["comment", "resolved", "reopened"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
export type ThreadEntry = { number: number; kind: EntryKind; withdrawn: boolean };

/** none: nothing was said, or all of it was withdrawn. */
export type ThreadState = "none" | "open" | "resolved";

/**
 * How a thread stands after these entries, which are in order. A comment on a resolved thread opens it again: whoever
 * answers late is heard. What was withdrawn is as if it had not been said.
 */
export function stateOfThread(entries: readonly ThreadEntry[]): { state: ThreadState; comments: number } {
  const heard = entries.filter(({ withdrawn }) => !withdrawn);
  const comments = heard.filter(({ kind }) => kind === "comment").length;
  if (comments === 0) return { state: "none", comments };
  return { state: heard.at(-1)?.kind === "resolved" ? "resolved" : "open", comments };
}
