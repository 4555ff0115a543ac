import { expect, test } from "vitest";
import { OWN_EXAMPLE } from "#lib/catalog/own/example.ts";
import { OwnContentSchema } from "#lib/catalog/own/own-content.ts";
import { sayIssue } from "./say-issue.ts";

const [QUESTION] = OWN_EXAMPLE.questions;
const said = (more: object) => {
  const { error } = OwnContentSchema.safeParse({ ...OWN_EXAMPLE, questions: [{ ...QUESTION, ...more }] });
  return error?.issues.map((issue) => `${issue.path.slice(2).join(" ")}: ${sayIssue(issue)}`) ?? [];
};

test("what does not fit is said with what to write instead", () => {
  expect(said({ why: undefined })).toEqual(["why: is missing"]);
  expect(said({ why: 3 })).toEqual(["why: must be a text"]);
  expect(said({ asks: "Too short?" })).toEqual(["asks: at least 30 characters"]);
  expect(said({ asks: "Which of the services is it that nobody has written down" })).toEqual([
    'asks: must end with "?"',
  ]);
  expect(said({ layer: "moon" })).toEqual(["layer: one of cloud, cluster, container, code"]);
  expect(said({ weight: 9 })).toEqual(["weight: at most 5"]);
  expect(said({ script: "x" })).toEqual([": takes no script"]);
  expect(said({ findOut: `${QUESTION?.findOut.slice(0, -1)}` })).toEqual([
    "findOut: must be whole sentences, with a full stop at the end",
  ]);
  const levels = [...(QUESTION?.levels ?? [])];
  expect(said({ levels: levels.with(4, "It is compared by a job each month") })).toEqual([
    'levels 4: must begin with "As 3, "',
  ]);
  expect(said({ levels: levels.with(0, "There is none.") })).toEqual([
    "levels 0: must be without a full stop or a space at the end",
  ]);
});
