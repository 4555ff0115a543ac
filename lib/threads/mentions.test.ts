import fc from "fast-check";
import { expect, test } from "vitest";
import { completeMention, labelPeople, matchPeople, mentionBefore, storeMentions } from "./mention-typing.ts";
import { mentionsIn, partsOf, plainText } from "./mentions.ts";

const ADA = "11111111-1111-4111-8111-111111111111";
const BYRON = "22222222-2222-4222-8222-222222222222";
const BO = "33333333-3333-4333-8333-333333333333";
const people = [
  { id: ADA, label: "Ada" },
  { id: BYRON, label: "Ada Byron" },
  { id: BO, label: "Bo Chen" },
];
const names = new Map(people.map(({ id, label }) => [id, label]));

test("what is typed is stored by id, the longest label first, and shown by name", () => {
  const stored = storeMentions("@Ada Byron and @Ada, not @Adam or a@Bo Chenille", people);
  expect(stored).toBe(`@[${BYRON}] and @[${ADA}], not @Adam or a@Bo Chenille`);
  expect(mentionsIn(`${stored} @[${ADA}]`)).toEqual([BYRON, ADA]);
  expect(partsOf(stored, names)).toEqual([
    { member: BYRON, name: "Ada Byron" },
    { text: " and " },
    { member: ADA, name: "Ada" },
    { text: ", not @Adam or a@Bo Chenille" },
  ]);
});

test("an id that nobody has is plain text", () => {
  expect(partsOf(`hello @[${BO}]`, new Map())).toEqual([{ text: `hello @[${BO}]` }]);
});

test("every text comes back as it was typed", () => {
  const words = fc.oneof(fc.string(), fc.constantFrom(...people.map(({ label }) => `@${label}`), "@", " ", "\n"));
  fc.assert(
    fc.property(fc.array(words), (typed) => {
      const text = typed.join("");
      expect(plainText(partsOf(storeMentions(text, people), names))).toBe(text);
    }),
  );
});

test("a mention is being typed after an @ that begins a word", () => {
  expect(mentionBefore("hello @ad", 9)).toEqual({ from: 6, query: "ad" });
  expect(mentionBefore("@", 1)).toEqual({ from: 0, query: "" });
  expect(mentionBefore("hello @ad", 5)).toBeNull();
  expect(mentionBefore("mail ada@harbour", 16)).toBeNull();
  expect(mentionBefore("@ada\nnext", 9)).toBeNull();
  expect(mentionBefore("an @ alone", 10)).toBeNull();
});

test("people are found by the beginning of any part of their name, and completed in place", () => {
  expect(matchPeople(people, "ad").map(({ id }) => id)).toEqual([ADA, BYRON]);
  expect(matchPeople(people, "ch").map(({ id }) => id)).toEqual([BO]);
  expect(matchPeople(people, "da")).toEqual([]);
  expect(completeMention("ask @bo about it", 7, { id: BO, label: "Bo Chen" })).toEqual({
    text: "ask @Bo Chen about it",
    caret: 13,
  });
});

test("people of one name are told apart by their e-mail", () => {
  expect(
    labelPeople([
      { id: ADA, name: "Ada", email: "ada@a.example" },
      { id: BYRON, name: "ada", email: "byron@a.example" },
      { id: BO, name: "Bo", email: "bo@a.example" },
    ]).map(({ label }) => label),
  ).toEqual(["Ada (ada@a.example)", "ada (byron@a.example)", "Bo"]);
});
