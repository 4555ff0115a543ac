import { expect, test } from "vitest";
import { CATALOG } from "../catalog.ts";
import { OWN_EXAMPLE } from "./example.ts";
import { mergeOwn, withOwn } from "./own-catalog.ts";
import { NO_OWN_CONTENT, OwnContentSchema } from "./own-content.ts";
import { fromSheets, toSheets } from "./own-rows.ts";

const [QUESTION] = OWN_EXAMPLE.questions;
if (!QUESTION) throw new Error("the example holds a question");
const problems = (content: unknown) => {
  const { error } = OwnContentSchema.safeParse(content);
  return error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
};

test("the example is held to the catalogue's own bounds", () => {
  expect(problems(OWN_EXAMPLE)).toEqual([]);
});

test("each own question is a control, a question and an initiative, and its dimension stands after the eight", () => {
  const catalog = withOwn(CATALOG, OWN_EXAMPLE);
  expect(catalog.dimensions.map(({ id }) => id).slice(8)).toEqual(["own-regulation"]);
  expect(catalog.controls.at(-1)).toMatchObject({
    id: "own-outsourcing-register",
    dimension: "own-regulation",
    checks: [],
  });
  expect(catalog.questions.at(-1)).toMatchObject({
    id: "own-outsourcing-register",
    control: "own-outsourcing-register",
  });
  expect(catalog.remedies.at(-1)).toMatchObject({ closes: ["own-outsourcing-register"], skills: { cloud: 1 } });
  expect(withOwn(CATALOG, OWN_EXAMPLE)).toBe(catalog);
  expect(withOwn(CATALOG, NO_OWN_CONTENT)).toBe(CATALOG);
});

test("what a newer file leaves out is asked no more, and stays readable", () => {
  const next = { dimensions: [], questions: [{ ...QUESTION, id: "another", dimension: "security" }] };
  const merged = mergeOwn(OWN_EXAMPLE, next);
  expect(merged.questions.map(({ id, removed }) => [id, removed])).toEqual([
    ["another", undefined],
    ["outsourcing-register", true],
  ]);
  const catalog = withOwn(CATALOG, merged);
  expect(catalog.questions.at(-1)).toMatchObject({ id: "own-outsourcing-register", removed: true });
  expect(catalog.controls.some(({ id }) => id === "own-outsourcing-register")).toBe(false);
  expect(
    mergeOwn(merged, OWN_EXAMPLE).questions.find(({ id }) => id === "outsourcing-register")?.removed,
  ).toBeUndefined();
});

test("a file says where it is wrong", () => {
  expect(problems({ dimensions: [], questions: [QUESTION, QUESTION] })).toEqual([
    "questions.1.id: outsourcing-register is there twice",
    "questions.0.dimension: regulation is neither one of the eight nor a dimension of this file",
    "questions.1.dimension: regulation is neither one of the eight nor a dimension of this file",
  ]);
  expect(problems({ ...OWN_EXAMPLE, questions: [{ ...QUESTION, levels: QUESTION.levels.slice(1) }] })[0]).toMatch(
    /^questions\.0\.levels/,
  );
  expect(
    problems({ dimensions: [{ id: "security", title: "Security", asks: "Is everything as safe as it should be?" }] }),
  ).toEqual(["dimensions.0.id: security is one of the eight dimensions already"]);
  expect(problems({ questions: [{ ...QUESTION, __proto__x: 1 }], ...{} }).length).toBeGreaterThan(0);
});

test("sheets hold the same: out and in again is the same content", () => {
  const sheets = toSheets(OWN_EXAMPLE).map(({ name, columns, rows }) => ({
    name,
    rows: [columns, ...rows, [null, "", null]],
  }));
  expect(OwnContentSchema.parse(fromSheets(sheets))).toEqual(OWN_EXAMPLE);
  expect(
    problems(fromSheets([{ name: "Questions", rows: [["id"], ["lonely"]] }])).some((each) =>
      each.startsWith("questions.0.asks"),
    ),
  ).toBe(true);
  expect(fromSheets([])).toEqual({ dimensions: [], questions: [] });
});
