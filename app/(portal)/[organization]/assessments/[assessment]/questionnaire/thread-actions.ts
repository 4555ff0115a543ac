"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import { addComment } from "#lib/server/services/threads/add-comment.ts";
import { markMentionsRead } from "#lib/server/services/threads/mark-mentions-read.ts";
import { readThread } from "#lib/server/services/threads/read-thread.ts";
import { resolveThread } from "#lib/server/services/threads/resolve-thread.ts";
import { withdrawComment } from "#lib/server/services/threads/withdraw-comment.ts";

/** Threads are not revalidated: each answers the thread as it is then, and other pages read anew when they are opened. */
export async function readThreadAction(organization: string, assessment: string, question: string) {
  return act(organization, (actor) => readThread(actor, { assessment, question }));
}

export async function addCommentAction(organization: string, assessment: string, question: string, text: string) {
  return act(organization, (actor) => addComment(actor, { assessment, question, text }));
}

export async function resolveThreadAction(
  organization: string,
  assessment: string,
  question: string,
  resolved: boolean,
) {
  return act(organization, (actor) => resolveThread(actor, { assessment, question, resolved }));
}

export async function withdrawCommentAction(
  organization: string,
  assessment: string,
  question: string,
  number: number,
) {
  return act(organization, (actor) => withdrawComment(actor, { assessment, question, number }));
}

export async function markMentionsReadAction(organization: string, assessment: string, question: string) {
  const outcome = await act(organization, (actor) => markMentionsRead(actor, { assessment, question }));
  // The navigation counts what is unread.
  if (outcome.ok && outcome.value.read > 0) revalidatePath(`/${organization}`, "layout");
  return outcome;
}
