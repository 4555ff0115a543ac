import type { QuestionItem } from "./question-item.ts";

export type Titled = { id: string; title: string };
export type QuestionGroup = { id: string; title: string; items: QuestionItem[] };
export type Grouping = "concern" | "dimension";

const PURE_HEALTH = "health";

/** Questions by concern or by dimension, in the order of the titles given; those of no concern come last. */
export function groupQuestions(
  items: readonly QuestionItem[],
  by: Grouping,
  titles: readonly Titled[],
): QuestionGroup[] {
  const idOf = ({ control }: QuestionItem) =>
    by === "dimension" ? control.dimension : (control.concern ?? PURE_HEALTH);
  const groups = [...titles, ...(by === "concern" ? [{ id: PURE_HEALTH, title: "Health, beside the concerns" }] : [])];
  return groups
    .map(({ id, title }) => ({ id, title, items: items.filter((item) => idOf(item) === id) }))
    .filter((group) => group.items.length > 0);
}
