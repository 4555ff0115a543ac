import { expect, test } from "vitest";
import { readOwnWork } from "./own-work.ts";

const form = (values: Record<string, string | string[]>) => {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) for (const each of [value].flat()) fields.append(name, each);
  return fields;
};

test("empty fields of the estimate are no estimate, one that is filled in asks for the others", () => {
  expect(readOwnWork(form({ optimistic: "", likely: " ", pessimistic: "" })).estimate).toBeNull();
  expect(readOwnWork(form({ optimistic: "1", likely: "2.5", pessimistic: "" })).estimate).toEqual({
    optimistic: 1,
    likely: 2.5,
    pessimistic: Number.NaN,
  });
});

test("a step is a line, and boxes that are ticked are told each", () => {
  const read = readOwnWork(form({ steps: "One \n\n  Two", skills: ["cloud", "security"], after: "a" }), {
    id: "own-work-1",
    version: 3,
  });
  expect(read).toMatchObject({
    initiative: "own-work-1",
    steps: ["One", "Two"],
    skills: ["cloud", "security"],
    after: ["a"],
  });
  expect(read.risk).toBe(0);
});
