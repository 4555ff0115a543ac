import { CATALOG } from "#lib/catalog/catalog.ts";
import { Nothing } from "#lib/contracts/inputs.ts";
import { listMentionsOf } from "#lib/server/db/mentions.ts";
import { partsOf, type TextPart } from "#lib/threads/mentions.ts";
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

const ASKS = new Map(CATALOG.questions.map(({ id, asks }) => [id, asks]));
const NEWEST = 200;

/** Where others mention the member, in all assessments of the organization; the newest first. */
export const readMentions = verb(
  { name: "threads.read-mentions", may: "assessments.read", input: Nothing },
  async (work, _, member): Promise<{ mentions: MentionView[]; unread: number }> => {
    const mentions = (await listMentionsOf(work, member.userId, NEWEST)).map((row) => ({
      assessment: { id: row.assessmentId, name: row.assessment },
      question: { id: row.question, asks: ASKS.get(row.question) ?? row.question },
      ...{ number: row.number, by: row.by, at: row.at.toISOString(), unread: row.readAt === null },
      parts: partsOf(row.text, new Map(row.mentions.map((each) => [each.memberId, each.memberName]))),
    }));
    return { mentions, unread: mentions.filter(({ unread }) => unread).length };
  },
);
