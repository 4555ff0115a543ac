import "server-only";
import type { AnswerRow } from "./answers.ts";
import type { Work } from "./unit-of-work.ts";

/** What a participant says; `count` is the number of their versions. */
export type BlindAnswerRow = Pick<AnswerRow, "question" | "maturity" | "notApplicable" | "comment" | "confidence"> & {
  memberId: string;
  count: number;
  at: Date;
};
type Own = { organizationId: string; roundId: string; memberId: string };

/** The newest versions in a round. Before it ends the database hands out nobody's but the reader's own. */
export async function listBlindAnswers(work: Work, roundId: string): Promise<BlindAnswerRow[]> {
  const rows = await work.blindAnswer.findMany({
    where: { roundId },
    distinct: ["memberId", "questionId"],
    orderBy: [{ memberId: "asc" }, { questionId: "asc" }, { version: "desc" }],
  });
  return rows.map((row) => ({
    ...{ question: row.questionId, memberId: row.memberId, count: row.version, at: row.answeredAt },
    ...{ notApplicable: row.notApplicable, comment: row.comment },
    maturity: row.maturity as BlindAnswerRow["maturity"],
    confidence: row.confidence as BlindAnswerRow["confidence"],
  }));
}

export async function findBlindAnswer(work: Work, own: Own, question: string): Promise<BlindAnswerRow | null> {
  const { roundId, memberId } = own;
  return (
    (await listBlindAnswers(work, roundId)).find((row) => row.memberId === memberId && row.question === question) ??
    null
  );
}

/**
 * Adds a version if the newest is still the one that the writer saw (0: none yet); null when it is not. Everything that was
 * acknowledged stays.
 */
export async function addBlindAnswer(
  work: Work,
  own: Own,
  write: Pick<BlindAnswerRow, "question" | "maturity" | "notApplicable" | "comment" | "confidence">,
  seen: number,
  at: Date,
): Promise<number | null> {
  const { question: questionId, ...fields } = write;
  const newest = await work.blindAnswer.findFirst({
    where: { ...own, questionId },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  if ((newest?.version ?? 0) !== seen) return null;
  const version = seen + 1;
  const { count } = await work.blindAnswer.createMany({
    data: [{ ...own, questionId, ...fields, version, answeredAt: at }],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  if (seen === 0)
    await work.blindParticipant.updateMany({
      where: { roundId: own.roundId, memberId: own.memberId },
      data: { answered: { increment: 1 } },
    });
  return version;
}
