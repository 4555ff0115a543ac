import { expect, test } from "vitest";
import { orderQuestions } from "./order-questions.ts";
import type { QuestionItem } from "./question-item.ts";
import { standingOf } from "./standing-of-question.ts";

const item = (id: string, concern: string | null, more: Partial<QuestionItem> = {}) =>
  ({
    question: { id },
    control: { concern, dimension: "security" },
    answer: null,
    proposal: null,
    contradiction: null,
    settled: null,
    ...more,
  }) as QuestionItem;
const titles = [
  { id: "etcd-access", title: "Access to etcd" },
  { id: "rbac-authorization", title: "RBAC authorization" },
];
const items = [
  item("a", "rbac-authorization", { answer: { version: 1 } as QuestionItem["answer"] }),
  item("b", "etcd-access", { proposal: {} as QuestionItem["proposal"] }),
  item("c", null),
  item("d", "rbac-authorization", {
    contradiction: {} as QuestionItem["contradiction"],
    answer: { version: 2 } as QuestionItem["answer"],
  }),
];
const standing = (each: QuestionItem) => standingOf(each, { version: each.answer?.version ?? 0 });
const ids = (list: readonly QuestionItem[]) => list.map(({ question }) => question.id);

test("questions stand by concern in the order of the titles, those of pure health last", () => {
  const { groups, ordered, counts, answered, proposed, current } = orderQuestions(items, standing, {
    filter: "all",
    by: "concern",
    titles,
    chosen: null,
  });
  expect(groups.map(({ id }) => id)).toEqual(["etcd-access", "rbac-authorization", "health"]);
  expect(ids(ordered)).toEqual(["b", "a", "d", "c"]);
  expect(counts).toEqual({ all: 4, unanswered: 2, proposed: 1, contradicted: 1 });
  const settled = items.map((each) => (each.contradiction ? { ...each, settled: ["Claim kept"] } : each));
  const wish = { filter: "all", by: "concern", titles, chosen: null } as const;
  expect(orderQuestions(settled, standing, wish).counts.contradicted).toBe(0);
  expect([answered, proposed, current?.question.id]).toEqual([2, ["b"], "b"]);
});

test("a proposal is not an answer; the question in focus stays though the filter leaves it out", () => {
  const unanswered = orderQuestions(items, standing, { filter: "unanswered", by: "concern", titles, chosen: "a" });
  expect(ids(unanswered.ordered)).toEqual(["b", "a", "c"]);
  expect(unanswered.current?.question.id).toBe("a");
  expect(
    ids(orderQuestions(items, standing, { filter: "contradicted", by: "concern", titles, chosen: null }).ordered),
  ).toEqual(["d"]);
});
