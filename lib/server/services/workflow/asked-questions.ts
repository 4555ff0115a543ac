import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Question } from "#lib/catalog/control.ts";

/** The questions of an assessment: what is to be answered, reviewed and signed. */
export function askedQuestions(): readonly Question[] {
  return CATALOG.questions.filter(({ removed }) => !removed);
}
