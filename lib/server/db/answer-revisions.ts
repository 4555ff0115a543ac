import "server-only";
import type { Maturity } from "#lib/catalog/framework.ts";
import type { Said } from "#lib/exchange/exchanged.ts";
import type { Work } from "./unit-of-work.ts";

/** Past versions of answers, by "question version": those that are asked for and exist. */
export async function findRevisions(
  work: Work,
  assessmentId: string,
  wanted: readonly { question: string; version: number }[],
): Promise<Map<string, Said>> {
  if (wanted.length === 0) return new Map();
  const rows = await work.answerRevision.findMany({
    where: { assessmentId, OR: wanted.map(({ question, version }) => ({ questionId: question, version })) },
  });
  return new Map(
    rows.map(({ questionId, version, maturity, notApplicable, comment, confidence }) => [
      revisionKey(questionId, version),
      { maturity: maturity as Maturity | null, notApplicable, comment, confidence: confidence as Said["confidence"] },
    ]),
  );
}

export function revisionKey(question: string, version: number): string {
  return `${question} ${version}`;
}
