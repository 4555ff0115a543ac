import { CATALOG } from "./catalog.ts";
import type { Question } from "./control.ts";

const QUESTIONS: ReadonlyMap<string, Question> = new Map(CATALOG.questions.map((question) => [question.id, question]));

/** The question with this id, removed ones included, or undefined. */
export function questionById(id: string): Question | undefined {
  return QUESTIONS.get(id);
}
