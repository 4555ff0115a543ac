import "server-only";
import type { Wording } from "#lib/catalog/control.ts";
import type { Maturity } from "#lib/catalog/framework.ts";
import type { Work } from "./unit-of-work.ts";
import { rewordedSince, toWording } from "./wordings.ts";

/** An answer of an earlier assessment that waits to be confirmed or changed. */
export type CarriedRow = {
  question: string;
  maturity: Maturity | null;
  notApplicable: boolean;
  comment: string;
  confidence: "low" | "medium" | "high";
  by: string;
  at: Date;
  /** The assessment that it comes from. */
  from: string;
  asked: Wording | null;
  /** The wording that it answered, where the question means something else by now. */
  reworded: Wording | null;
};

export async function listCarried(work: Work, assessmentId: string): Promise<CarriedRow[]> {
  const rows = await work.carriedAnswer.findMany({ where: { assessmentId }, orderBy: { questionId: "asc" } });
  const reworded = await rewordedSince(work, assessmentId, rows);
  return rows.map((row) => ({
    question: row.questionId,
    maturity: row.maturity as Maturity | null,
    notApplicable: row.notApplicable,
    comment: row.comment,
    confidence: row.confidence as CarriedRow["confidence"],
    by: row.answererName,
    at: row.answeredAt,
    from: row.fromName,
    asked: toWording(row.asked),
    reworded: reworded(row),
  }));
}

/**
 * Carries every answer of an assessment into another one, in the words and names of then; what that one had carried itself and
 * nobody confirmed goes on. Answers how many.
 */
export async function carryAnswers(
  work: Work,
  organizationId: string,
  from: { id: string; name: string },
  assessmentId: string,
): Promise<number> {
  const answers = await work.answer.findMany({ where: { assessmentId: from.id } });
  const told = new Set(answers.map(({ questionId }) => questionId));
  const before = (await work.carriedAnswer.findMany({ where: { assessmentId: from.id } })).filter(
    ({ questionId }) => !told.has(questionId),
  );
  const own = { organizationId, assessmentId };
  const rows = [
    ...answers
      .filter(({ maturity, notApplicable }) => notApplicable === (maturity === null))
      .map(
        ({
          questionId,
          maturity,
          notApplicable,
          comment,
          confidence,
          answeredBy,
          answererName,
          answeredAt,
          asked,
        }) => ({
          ...{ questionId, maturity, notApplicable, comment, confidence, answeredBy, answererName, answeredAt },
          ...{ asked: asked ?? undefined, fromAssessmentId: from.id, fromName: from.name, ...own },
        }),
      ),
    ...before.map(({ asked, ...row }) => ({ ...row, asked: asked ?? undefined, ...own })),
  ];
  await work.carriedAnswer.createMany({ data: rows });
  return rows.length;
}
