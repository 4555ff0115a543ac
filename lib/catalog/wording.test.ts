import fc from "fast-check";
import { expect, test } from "vitest";
import { CATALOG } from "./catalog.ts";
import { meaningOf } from "./meaning-of.ts";
import { formerWording, wordingOf } from "./wording.ts";

const [question] = CATALOG.questions;
if (!question) throw new Error("the catalogue is empty");
const levels = (at: number, text: string) =>
  question.levels.map((level, index) => (index === at ? text : level)) as unknown as typeof question.levels;

test("no two questions of the catalogue mean the same", () => {
  expect(new Set(CATALOG.questions.map(meaningOf)).size).toBe(CATALOG.questions.length);
});

test("case, punctuation and white space change no meaning; any word of question or level does", () => {
  const meant = meaningOf(question);
  expect(meaningOf({ ...question, asks: `  ${question.asks.toUpperCase().replace("?", " ?!")}` })).toBe(meant);
  expect(meaningOf({ ...question, asks: question.asks.replace("?", " today?") })).not.toBe(meant);
  fc.assert(
    fc.property(fc.nat(4), fc.stringMatching(/^[a-z]{1,9}$/), (at, word) => {
      expect(meaningOf({ ...question, levels: levels(at, `${question.levels[at]} ${word}`) })).not.toBe(meant);
    }),
  );
  // Words that move from one level to the next are another meaning.
  expect(meaningOf({ asks: "a", levels: ["b c", "d"] })).not.toBe(meaningOf({ asks: "a", levels: ["b", "c d"] }));
});

test("an answer asks for confirmation when a newer catalogue means something else, and only then", () => {
  const then = wordingOf(question, "2026.1");
  const anew = { ...question, levels: levels(2, "Something else altogether") };
  expect(formerWording(then, question, "2026.2")).toBeNull();
  expect(formerWording(then, anew, "2026.2")).toEqual(then);
  // Within a version, a changed word is a correction.
  expect(formerWording(then, anew, "2026.1")).toBeNull();
  expect(formerWording(null, anew, "2026.2")).toBeNull();
});
