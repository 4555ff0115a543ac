import "server-only";
import { toBlindVersion } from "#lib/blind/blind-version.ts";
import type { AnswerRow } from "#lib/server/db/answers.ts";
import { type BlindAnswerRow, listBlindAnswers } from "#lib/server/db/blind-answers.ts";
import { listBlindQuestions } from "#lib/server/db/blind-rounds.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";

/** A question is answered by these people, each alone. `mine`: the reader is one of them, and sees their own answer. */
export type BlindView = { round: string; people: string[]; mine: boolean };
export type BlindQuestion = BlindView & {
  answer: (Omit<AnswerRow, "id" | "question" | "reworded" | "by" | "byId" | "at"> & { at: string }) | null;
};

/** Questions of an assessment that are answered alone at the moment, as one member sees them. */
export async function ownBlindAnswers(
  work: Work,
  assessmentId: string,
  userId: string,
): Promise<Map<string, BlindQuestion>> {
  const rounds = await listBlindQuestions(work, assessmentId);
  const own = new Map<string, BlindAnswerRow>();
  for (const { id, participants } of new Set(rounds.values())) {
    if (!participants.some((each) => each.id === userId)) continue;
    for (const answer of await listBlindAnswers(work, id))
      if (answer.memberId === userId) own.set(answer.question, answer);
  }
  return new Map(
    [...rounds].map(([question, { id, participants }]) => {
      const people = participants.map(({ name }) => name);
      const mine = participants.some((each) => each.id === userId);
      return [question, { round: id, people, mine, answer: answerOf(own.get(question)) }];
    }),
  );
}

function answerOf(row: BlindAnswerRow | undefined): BlindQuestion["answer"] {
  if (!row) return null;
  const { maturity, notApplicable, comment, confidence, count, at } = row;
  return { maturity, notApplicable, comment, confidence, version: toBlindVersion(count), at: at.toISOString() };
}
