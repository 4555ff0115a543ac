import { type Grouping, groupQuestions, type QuestionGroup, type Titled } from "./group-questions.ts";
import type { QuestionItem } from "./question-item.ts";
import { isOf, type Whose } from "./question-people.ts";
import { FILTERS, isLeftOut, passes, type QuestionFilter, type QuestionStanding } from "./standing-of-question.ts";

type Wish = { filter: QuestionFilter; whose: Whose; by: Grouping; titles: readonly Titled[]; chosen: string | null };

export type OrderedQuestions = {
  groups: QuestionGroup[];
  /** Those that the filter shows, as they follow each other. */
  ordered: QuestionItem[];
  current: QuestionItem | undefined;
  /** How many each filter would show. */
  counts: Record<QuestionFilter, number>;
  proposed: string[];
  /** Those with an earlier answer that waits. */
  toConfirm: QuestionItem[];
  answered: number;
  /** How many are asked, of whoever is shown. */
  total: number;
};

/**
 * The questions as they are listed. The one in focus stays in the list while it is looked at, even once it no longer
 * passes the filter.
 */
export function orderQuestions(
  items: readonly QuestionItem[],
  standing: (item: QuestionItem) => QuestionStanding,
  { filter, whose, by, titles, chosen }: Wish,
): OrderedQuestions {
  const found = items.find(({ question }) => question.id === chosen);
  const own = items.filter((item) => isOf(whose, item));
  const shown = items.filter((item) => item === found || (own.includes(item) && passes(filter, item, standing(item))));
  const groups = groupQuestions(shown, by, titles);
  const ordered = groups.flatMap((group) => group.items);
  const asked = own.filter((item) => !isLeftOut(item, standing(item)));
  const count = (each: QuestionFilter) => own.filter((item) => passes(each, item, standing(item))).length;
  return {
    groups,
    ordered,
    current: found ?? ordered[0],
    counts: Object.fromEntries(FILTERS.map((each) => [each, count(each)])) as Record<QuestionFilter, number>,
    proposed: asked.filter((item) => standing(item) === "proposed" && !item.blind).map(({ question }) => question.id),
    toConfirm: asked.filter((item) => standing(item) === "to-confirm" && !item.blind),
    answered: asked.filter((item) => standing(item) === "answered").length,
    total: asked.length,
  };
}
