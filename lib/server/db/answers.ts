import "server-only";
import type { Wording } from "#lib/catalog/control.ts";
import type { Maturity } from "#lib/catalog/framework.ts";
import { findAnswering, requireOpenToAll } from "./answering.ts";
import type { Work } from "./unit-of-work.ts";
import { presentWording, rewordedSince } from "./wordings.ts";

export type AnswerRow = {
  id: string;
  question: string;
  maturity: Maturity | null;
  notApplicable: boolean;
  comment: string;
  confidence: "low" | "medium" | "high";
  version: number;
  by: string;
  /** Id of who wrote this version. */
  byId: string;
  at: Date;
  /** The wording that it answers, where the question means something else by now: it has to be confirmed. */
  reworded: Wording | null;
};
/** An answer without the wording that it was given to. */
export type ToldAnswer = Omit<AnswerRow, "reworded">;
export type AnswerWrite = Pick<AnswerRow, "question" | "maturity" | "notApplicable" | "comment" | "confidence"> & {
  userId: string;
  userName: string;
};

export async function listAnswers(work: Work, assessmentId: string): Promise<AnswerRow[]> {
  const rows = await work.answer.findMany({ where: { assessmentId } });
  const reworded = await rewordedSince(work, assessmentId, rows);
  return rows.map((row) => toAnswer(row, reworded(row)));
}

/** The answers written after a moment, and those to these questions whenever they were written; to which wording is not said. */
export async function listAnswersSince(
  work: Work,
  assessmentId: string,
  since: Date,
  questions: readonly string[],
): Promise<ToldAnswer[]> {
  const rows = await work.answer.findMany({
    where: { assessmentId, OR: [{ answeredAt: { gt: since } }, { questionId: { in: [...questions] } }] },
    omit: { asked: true },
  });
  return rows.map((row) => toAnswer(row, null));
}

/** The answers to these questions; to which wording is not said. */
export async function listAnswersOf(
  work: Work,
  assessmentId: string,
  questions: readonly string[],
): Promise<ToldAnswer[]> {
  const rows = await work.answer.findMany({
    where: { assessmentId, questionId: { in: [...questions] } },
    omit: { asked: true },
  });
  return rows.map((row) => toAnswer(row, null));
}

export async function findAnswer(work: Work, assessmentId: string, question: string): Promise<AnswerRow | null> {
  const row = await work.answer.findFirst({ where: { assessmentId, questionId: question } });
  return row && toAnswer(row, (await rewordedSince(work, assessmentId, [row]))(row));
}

/** When each question was answered first. */
export async function listFirstAnswers(work: Work, assessmentId: string): Promise<Map<string, Date>> {
  const rows = await work.answerRevision.findMany({
    where: { assessmentId, version: 1 },
    select: { questionId: true, answeredAt: true },
  });
  return new Map(rows.map(({ questionId, answeredAt }) => [questionId, answeredAt]));
}

/** Stores an answer for who does not know yet whether it is open to all; refuses where it is not. Null as `storeAnswer`. */
export async function writeAnswer(
  work: Work,
  organizationId: string,
  assessmentId: string,
  write: AnswerWrite,
  seen: number,
  at: Date,
): Promise<number | null> {
  const answering = await findAnswering(work, assessmentId, write.question, write.userId);
  if (answering) requireOpenToAll(answering, write.question);
  return storeAnswer(work, { organizationId, assessmentId }, write, seen, at);
}

/**
 * Writes an answer if the stored version is still the one that the writer saw (0: none yet), and its revision with it.
 * Null when somebody else was faster: nothing is overwritten. Whoever calls it has made sure that it is open to all.
 */
export async function storeAnswer(
  work: Work,
  of: { organizationId: string; assessmentId: string },
  write: AnswerWrite,
  seen: number,
  at: Date,
): Promise<number | null> {
  const fields = {
    maturity: write.maturity,
    notApplicable: write.notApplicable,
    comment: write.comment,
    confidence: write.confidence,
  };
  const version = seen + 1;
  const by = { answeredBy: write.userId, answererName: write.userName, answeredAt: at };
  const asked = await presentWording(work, of.assessmentId, write.question);
  const key = { ...of, questionId: write.question };
  const { count } =
    seen === 0
      ? await work.answer.createMany({ data: [{ ...key, ...fields, ...by, asked, version }], skipDuplicates: true })
      : await work.answer.updateMany({ where: { ...key, version: seen }, data: { ...fields, ...by, asked, version } });
  if (count === 0) return null;
  const revision = { ...key, ...fields, asked, version, answeredBy: write.userId, answeredAt: at };
  await work.answerRevision.create({ data: revision });
  return version;
}

type Stored = {
  id: string;
  questionId: string;
  maturity: number | null;
  notApplicable: boolean;
  comment: string;
  confidence: string;
  version: number;
  answeredBy: string;
  answererName: string;
  answeredAt: Date;
};

function toAnswer(row: Stored, reworded: Wording | null): AnswerRow {
  const { id, questionId, notApplicable, comment, version } = row;
  return {
    id,
    question: questionId,
    notApplicable,
    comment,
    version,
    by: row.answererName,
    byId: row.answeredBy,
    at: row.answeredAt,
    maturity: row.maturity as Maturity | null,
    confidence: row.confidence as AnswerRow["confidence"],
    reworded,
  };
}
