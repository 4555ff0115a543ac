import { z } from "zod";

/** The channel of PostgreSQL's notifications; the trigger on answer_revisions names it too. */
export const LIVE_CHANNEL = "chartroom_live";

const id = z.uuid();
const question = z.string().min(1).max(120);

/**
 * What processes tell one another: ids only, because whoever may connect to the database may listen.
 * - answer: an answer was written · here: a tab of a member stands at a question (null: at none)
 * - gone: that tab was closed · who: a process that has just begun to listen asks all others who is here
 */
const LiveNote = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("answer"), assessment: id, question, version: z.number().int(), member: id }),
  z.object({ kind: z.literal("here"), assessment: id, member: id, tab: id, question: question.nullable() }),
  z.object({ kind: z.literal("gone"), assessment: id, member: id, tab: id }),
  z.object({ kind: z.literal("who") }),
]);
export type LiveNote = z.infer<typeof LiveNote>;

/** Null for anything that is none: the channel is open to every role of the database. */
export function readLiveNote(payload: string | undefined): LiveNote | null {
  try {
    const parsed = LiveNote.safeParse(JSON.parse(payload ?? ""));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
