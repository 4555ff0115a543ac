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
    owner: null,
    leftOut: null,
    reworded: null,
    carried: null,
    stale: false,
    blind: null,
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

test("questions that one answers alone are listed by themselves, and their proposals are not taken in bulk", () => {
  const blind = { round: "r", people: ["Ada", "Bo"], mine: true };
  const own = items.map((each) => (each.answer ? each : { ...each, blind }));
  const wish = { filter: "alone", whose: "everybody", by: "concern", titles, chosen: null } as const;
  expect(ids(orderQuestions(own, standing, wish).ordered)).toEqual(["b", "c"]);
  expect(orderQuestions(own, standing, wish).proposed).toEqual([]);
  const others = items.map((each) => ({ ...each, blind: { ...blind, mine: false } }));
  expect(orderQuestions(others, standing, wish).ordered).toEqual([]);
});

test("questions stand by concern in the order of the titles, those of pure health last", () => {
  const { groups, ordered, counts, answered, proposed, current } = orderQuestions(items, standing, {
    filter: "all",
    whose: "everybody",
    by: "concern",
    titles,
    chosen: null,
  });
  expect(groups.map(({ id }) => id)).toEqual(["etcd-access", "rbac-authorization", "health"]);
  expect(ids(ordered)).toEqual(["b", "a", "d", "c"]);
  expect(counts).toEqual({
    all: 4,
    unanswered: 2,
    "to-confirm": 0,
    proposed: 1,
    contradicted: 1,
    stale: 0,
    alone: 0,
    "not-asked": 0,
  });
  const settled = items.map((each) => (each.contradiction ? { ...each, settled: ["Claim kept"] } : each));
  const wish = { filter: "all", whose: "everybody", by: "concern", titles, chosen: null } as const;
  expect(orderQuestions(settled, standing, wish).counts.contradicted).toBe(0);
  expect([answered, proposed, current?.question.id]).toEqual([2, ["b"], "b"]);
});

test("a proposal is not an answer; the question in focus stays though the filter leaves it out", () => {
  const unanswered = orderQuestions(items, standing, {
    filter: "unanswered",
    whose: "everybody",
    by: "concern",
    titles,
    chosen: "a",
  });
  expect(ids(unanswered.ordered)).toEqual(["b", "a", "c"]);
  expect(unanswered.current?.question.id).toBe("a");
  expect(
    ids(
      orderQuestions(items, standing, {
        filter: "contradicted",
        whose: "everybody",
        by: "concern",
        titles,
        chosen: null,
      }).ordered,
    ),
  ).toEqual(["d"]);
});

test("an earlier answer waits until somebody confirms it or answers, and is not offered as a proposal meanwhile", () => {
  const former = { catalogue: "2025.1", asks: "", levels: [] };
  const own = [
    item("a", null, { carried: {} as QuestionItem["carried"], proposal: {} as QuestionItem["proposal"] }),
    item("b", null, { answer: { version: 3 } as QuestionItem["answer"], reworded: former }),
    item("c", null, { answer: { version: 1 } as QuestionItem["answer"] }),
  ];
  const wish = { filter: "to-confirm", whose: "everybody", by: "concern", titles, chosen: null } as const;
  const waiting = orderQuestions(own, standing, wish);
  expect(ids(waiting.ordered)).toEqual(["a", "b"]);
  expect([waiting.answered, waiting.proposed, ids(waiting.toConfirm)]).toEqual([1, [], ["a", "b"]]);
  // Saved on this screen since: the new version answers the new wording.
  const saved = orderQuestions(own, (each) => standingOf(each, { version: each.answer ? 4 : 1 }), wish);
  expect([ids(saved.ordered), saved.answered]).toEqual([[], 3]);
});

test("what is left out is neither listed nor counted, until somebody answers it all the same", () => {
  const left = items.map((each) => ({ ...each, leftOut: "Not asked of harbor: it has no volumes." }));
  const wish = { filter: "all", whose: "everybody", by: "concern", titles, chosen: null } as const;
  const all = orderQuestions(left, standing, wish);
  expect(ids(all.ordered)).toEqual(["a", "d"]);
  expect([all.total, all.answered, all.proposed, all.counts["not-asked"]]).toEqual([2, 2, [], 2]);
  expect(ids(orderQuestions(left, standing, { ...wish, filter: "not-asked" }).ordered)).toEqual(["b", "c"]);
});

test("of one person only their questions are listed and counted; of nobody those that nobody has", () => {
  const owner = { id: "ada", name: "Ada", dueOn: null };
  const owned = items.map((each, at) => (at < 2 ? { ...each, owner } : each));
  const wish = { filter: "all", by: "concern", titles, chosen: null } as const;
  const of = (whose: Parameters<typeof orderQuestions>[2]["whose"]) =>
    orderQuestions(owned, standing, { ...wish, whose });
  expect(ids(of({ member: "ada" }).ordered)).toEqual(["b", "a"]);
  expect(of({ member: "ada" }).counts.unanswered).toBe(1);
  expect([of({ member: "ada" }).total, of("everybody").total]).toEqual([2, 4]);
  expect(ids(of("nobody").ordered)).toEqual(["d", "c"]);
});

test("answers that are too old to count have a filter of their own", () => {
  const aged = items.map((each) => ({ ...each, stale: each.answer?.version === 2 }));
  const wish = { filter: "stale", whose: "everybody", by: "concern", titles, chosen: null } as const;
  expect(ids(orderQuestions(aged, standing, wish).ordered)).toEqual(["d"]);
});
