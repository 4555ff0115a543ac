import type { QuestionItem } from "./question-item.ts";

/** Of a question what changes while people answer. */
export type ChangedItem = { id: string } & Omit<QuestionItem, "question" | "control" | "remedy">;

/**
 * The items with what has changed. Null where the page itself is another one by now: other questions, or a round in which some
 * are answered alone has begun or ended.
 */
export function withChanges(items: readonly QuestionItem[], changed: readonly ChangedItem[]): QuestionItem[] | null {
  const byId = new Map(changed.map(({ id, ...rest }) => [id, rest]));
  if (byId.size !== items.length) return null;
  const fresh = items.flatMap((item) => {
    const change = byId.get(item.question.id);
    return change && change.blind?.round === item.blind?.round ? [{ ...item, ...change }] : [];
  });
  return fresh.length === items.length ? fresh : null;
}
