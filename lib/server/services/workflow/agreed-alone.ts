import "server-only";
import type { AnswerRow } from "#lib/server/db/answers.ts";
import { listBlindAnswers } from "#lib/server/db/blind-answers.ts";
import { listRounds } from "#lib/server/db/blind-rounds.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";

type Said = Pick<AnswerRow, "question" | "maturity" | "notApplicable">;

/**
 * Who (ids) said alone, in a round that has ended, what an answer says now: it is their answer as well, whoever adopted it, so
 * they do not review it.
 */
export async function agreedAlone(work: Work, assessmentId: string): Promise<(answer: Said) => string[]> {
  const ended = (await listRounds(work, assessmentId)).filter((round) => round.ended);
  const said = [];
  for (const { id } of ended) said.push(...(await listBlindAnswers(work, id)));
  const byQuestion = Map.groupBy(said, ({ question }) => question);
  return ({ question, maturity, notApplicable }) =>
    (byQuestion.get(question) ?? []).flatMap((one) =>
      one.maturity === maturity && one.notApplicable === notApplicable ? [one.memberId] : [],
    );
}
