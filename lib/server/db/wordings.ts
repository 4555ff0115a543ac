import "server-only";
import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Question, Wording } from "#lib/catalog/control.ts";
import { withOwn } from "#lib/catalog/own/own-catalog.ts";
import { questionById } from "#lib/catalog/question-by-id.ts";
import { formerWording, wordingOf } from "#lib/catalog/wording.ts";
import { findOwnContent } from "./own-contents.ts";
import type { Work } from "./unit-of-work.ts";

/** What stands in the place of a version for an organization's own questions: there, any other word is asked about. */
const OWN = "own";

/** A question of the product or of the organization, as an assessment asks it now. */
type FindQuestion = (id: string) => Question | undefined;

/** Looks the organization's own questions up only where one of these is none of the product's. */
async function findQuestions(work: Work, assessmentId: string, ids: readonly string[]): Promise<FindQuestion> {
  if (ids.every((id) => questionById(id))) return questionById;
  const assessment = await work.assessment.findFirst({ where: { id: assessmentId }, select: { ownContent: true } });
  const catalog = withOwn(CATALOG, await findOwnContent(work, assessment?.ownContent ?? null));
  const own = new Map(catalog.questions.map((question) => [question.id, question]));
  return (id) => own.get(id);
}

/** The wording of a question as it is asked now; undefined for one that nobody knows. */
export async function presentWording(
  work: Work,
  assessmentId: string,
  question: string,
): Promise<{ catalogue: string; asks: string; levels: string[] } | undefined> {
  const found = (await findQuestions(work, assessmentId, [question]))(question);
  if (!found) return undefined;
  const { catalogue, asks, levels } = wordingOf(found, questionById(question) ? CATALOG.version : OWN);
  return { catalogue, asks, levels: [...levels] };
}

/** A stored wording; null where there is none. */
export function toWording(stored: unknown): Wording | null {
  return typeof stored === "object" &&
    stored !== null &&
    "catalogue" in stored &&
    "asks" in stored &&
    "levels" in stored
    ? (stored as Wording)
    : null;
}

/** For each of these answers the wording that it was given to, where the question means something else by now. */
export async function rewordedSince(
  work: Work,
  assessmentId: string,
  rows: readonly { questionId: string; asked: unknown }[],
): Promise<(row: { questionId: string; asked: unknown }) => Wording | null> {
  const find = await findQuestions(
    work,
    assessmentId,
    rows.map(({ questionId }) => questionId),
  );
  return ({ questionId, asked }) => {
    const now = find(questionId);
    return now ? formerWording(toWording(asked), now, questionById(questionId) ? CATALOG.version : "") : null;
  };
}
