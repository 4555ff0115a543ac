import type { Wording } from "#lib/catalog/control.ts";
import type { Autosave } from "./autosave.ts";
import type { Draft, QuestionItem } from "./question-item.ts";

/** An answer that a person has to confirm or change before it counts. */
export type ToConfirm = {
  said: Draft;
  by: string;
  at: string;
  /** The earlier assessment; null: this one. */
  from: string | null;
  /** What was asked then, where that is another question by now. */
  former: Wording | null;
  /** The levels as they were when it was answered. */
  levels: readonly string[];
};

/** What waits to be confirmed at a question, or null: nobody has answered since, on this screen either. */
export function whatToConfirm(item: QuestionItem, { version }: Pick<Autosave, "version">): ToConfirm | null {
  const { answer, carried, reworded, question } = item;
  if (answer && reworded && version === answer.version) {
    const { by, at, ...said } = answer;
    return { said, by, at, from: null, former: reworded, levels: reworded.levels };
  }
  if (!carried || version > 0) return null;
  const { by, at, from, asked, reworded: former, ...said } = carried;
  return { said, by, at, from, former, levels: asked?.levels ?? question.levels };
}
