import { expect, test } from "vitest";
import { type ChangedItem, withChanges } from "./fresh-items.ts";
import type { QuestionItem } from "./question-item.ts";

const item = (id: string, round?: string) =>
  ({ question: { id }, control: { id: `c-${id}` }, stale: false, blind: round ? { round } : null }) as QuestionItem;
const change = (id: string, more: object = {}) => ({ id, stale: false, blind: null, ...more }) as ChangedItem;

test("what changed is taken in by question, whatever its order; what never changes stays", () => {
  expect(withChanges([item("a"), item("b")], [change("b", { stale: true }), change("a")])).toEqual([
    expect.objectContaining({ question: { id: "a" }, stale: false }),
    expect.objectContaining({ question: { id: "b" }, control: { id: "c-b" }, stale: true }),
  ]);
});

test.each([
  ["one question more", [change("a"), change("b")]],
  ["another question", [change("b")]],
  ["a round that has begun", [change("a", { blind: { round: "r" } })]],
])("%s is another page", (_, changed) => {
  expect(withChanges([item("a")], changed)).toBeNull();
});

test("a round that has ended is another page", () => {
  expect(withChanges([item("a", "r")], [change("a")])).toBeNull();
});
