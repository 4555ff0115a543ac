import { Nothing } from "#lib/contracts/inputs.ts";
import { listMentionsOf } from "#lib/server/db/mentions.ts";
import { partsOf, type TextPart } from "#lib/threads/mentions.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";
import { verb } from "../verb.ts";

export type MentionView = {
  assessment: { id: string; name: string };
  question: { id: string; asks: string };
  number: number;
  by: string;
  at: string;
  unread: boolean;
  parts: TextPart[];
};

const NEWEST = 200;

/** Where others mention the member, in all assessments of the organization; the newest first. */
export const readMentions = verb(
  { name: "threads.read-mentions", may: "assessments.read", input: Nothing },
  async (work, _, member): Promise<{ mentions: MentionView[]; unread: number }> => {
    const asks = new Map((await loadCatalog(work)).questions.map((each) => [each.id, each.asks]));
    const mentions = (await listMentionsOf(work, member.userId, NEWEST)).map((row) => ({
      assessment: { id: row.assessmentId, name: row.assessment },
      question: { id: row.question, asks: asks.get(row.question) ?? row.question },
      ...{ number: row.number, by: row.by, at: row.at.toISOString(), unread: row.readAt === null },
      parts: partsOf(row.text, new Map(row.mentions.map((each) => [each.memberId, each.memberName]))),
    }));
    return { mentions, unread: mentions.filter(({ unread }) => unread).length };
  },
);
