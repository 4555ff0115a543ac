import "server-only";
import type { Work } from "./unit-of-work.ts";

export type OpenQuestionRow = { question: string; reason: string; by: string; byId: string; at: Date };

/** Questions that are knowingly left without an answer. */
export async function listOpenQuestions(work: Work, assessmentId: string): Promise<OpenQuestionRow[]> {
  const rows = await work.openQuestion.findMany({ where: { assessmentId }, orderBy: { questionId: "asc" } });
  return rows.map((row) => ({
    question: row.questionId,
    reason: row.reason,
    by: row.leaverName,
    byId: row.leftBy,
    at: row.leftAt,
  }));
}

export async function storeOpenQuestion(
  work: Work,
  organizationId: string,
  assessmentId: string,
  row: OpenQuestionRow,
): Promise<void> {
  const { question: questionId, reason } = row;
  const said = { reason, leftBy: row.byId, leaverName: row.by, leftAt: row.at };
  await work.openQuestion.upsert({
    where: { organizationId_assessmentId_questionId: { organizationId, assessmentId, questionId } },
    create: { organizationId, assessmentId, questionId, ...said },
    update: said,
  });
}

/** False when it was not left open. */
export async function removeOpenQuestion(work: Work, assessmentId: string, question: string): Promise<boolean> {
  const { count } = await work.openQuestion.deleteMany({ where: { assessmentId, questionId: question } });
  return count > 0;
}
