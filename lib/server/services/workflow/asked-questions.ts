import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Catalog, Question } from "#lib/catalog/control.ts";

/** The questions of an assessment: what is to be answered, reviewed and signed. */
export function askedQuestions(catalog: Catalog = CATALOG): readonly Question[] {
  return catalog.questions.filter(({ removed }) => !removed);
}
