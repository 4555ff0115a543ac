import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Question } from "#lib/catalog/control.ts";
import { notFound } from "../verb.ts";

/** The question that a thread is about; also one that is no longer asked, since what was said about it stays. */
export function questionOfThread(question: string): Question {
  const found = CATALOG.questions.find(({ id }) => id === question);
  if (!found) throw notFound();
  return found;
}
