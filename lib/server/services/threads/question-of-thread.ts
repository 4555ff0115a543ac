import type { Question } from "#lib/catalog/control.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";
import { notFound } from "../verb.ts";

/** The question that a thread is about; also one that is no longer asked, since what was said about it stays. */
export async function questionOfThread(work: Work, question: string): Promise<Question> {
  const found = (await loadCatalog(work)).questions.find(({ id }) => id === question);
  if (!found) throw notFound();
  return found;
}
