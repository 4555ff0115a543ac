import { expect, test } from "vitest";
import { readLiveNote } from "./live-note.ts";
import { HERE_FOR, PresenceBook } from "./presence-book.ts";

const [A, M, N, T, U] = [1, 2, 3, 4, 5].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
  string,
];
const here = (member: string, question: string | null, tab = T) =>
  ({ kind: "here", assessment: A, member, tab, question }) as const;

test("who stands where, each member once a question, until they go or fall silent", () => {
  const book = new PresenceBook();
  expect(book.hear(here(M, "q1"), 0)).toBe(true);
  expect(book.hear(here(M, "q1"), 10)).toBe(false);
  expect(book.hear(here(M, "q1", U), 10)).toBe(true);
  book.hear(here(N, "q2"), 10);
  expect(book.who(A, 20)).toEqual([
    { member: M, question: "q1" },
    { member: N, question: "q2" },
  ]);
  expect(book.hear(here(N, null), 30)).toBe(true);
  expect(book.questionOf(A, N, T)).toBeNull();
  expect(book.hear({ kind: "gone", assessment: A, member: N, tab: T }, 40)).toBe(true);
  expect(book.hear({ kind: "gone", assessment: A, member: N, tab: T }, 40)).toBe(false);
  expect(book.who(A, 50)).toEqual([{ member: M, question: "q1" }]);
  expect(book.who(A, 10 + HERE_FOR)).toEqual([]);
});

test("a tab that another member names is a tab of that member's own", () => {
  const book = new PresenceBook();
  book.hear(here(M, "q1"), 0);
  book.hear({ kind: "gone", assessment: A, member: N, tab: T }, 1);
  expect(book.who(A, 2)).toEqual([{ member: M, question: "q1" }]);
});

test.each([
  undefined,
  "",
  "{",
  "null",
  '{"kind":"answer"}',
  JSON.stringify({ ...here(M, "q"), member: "x" }),
  JSON.stringify({ ...here(M, "q".repeat(121)) }),
])("a note that is none is not heard: %s", (payload) => {
  expect(readLiveNote(payload)).toBeNull();
});
