import { expect, test } from "vitest";
import { CATALOG } from "./catalog.ts";
import type { Control, Question, Remedy } from "./control.ts";
import { ControlSchema, QuestionSchema, RemedySchema } from "./schema.ts";

const [control] = CATALOG.controls;
const [question] = CATALOG.questions;
const [remedy] = CATALOG.remedies;

const refused = {
  control: (change: Partial<Control>) => !ControlSchema.safeParse({ ...control, ...change }).success,
  question: (change: Partial<Question>) => !QuestionSchema.safeParse({ ...question, ...change }).success,
  remedy: (change: Partial<Remedy>) => !RemedySchema.safeParse({ ...remedy, ...change }).success,
};

test("takes what the catalogue holds", () => {
  expect(refused.control({})).toBe(false);
  expect(refused.question({})).toBe(false);
  expect(refused.remedy({})).toBe(false);
});

test.each(["CIS five", "CIS 5", "PSS strict", "O23:K01", "O22:K11", "T16", "see the benchmark"])(
  "refuses the reference %s",
  (reference) => {
    expect(refused.control({ references: [reference] })).toBe(true);
  },
);

test.each(["CIS 5.2.12", "CIS EKS 5.4.1", "PSS restricted", "NSA audit", "O22:K10", "O25:K01", "T1611", "T1552.005"])(
  "takes the reference %s",
  (reference) => {
    expect(refused.control({ references: [reference] })).toBe(false);
  },
);

test("refuses a question that does not ask, and a top level that does not say how it stays true", () => {
  expect(refused.question({ asks: "Tell us about the API server and who may reach it." })).toBe(true);
  const [zero, one, two, three] = question?.levels ?? ["", "", "", "", ""];
  expect(refused.question({ levels: [zero, one, two, three, "Everything is in perfect order everywhere"] })).toBe(true);
});

test("refuses estimates out of order and shares that do not make a whole", () => {
  expect(refused.remedy({ fixed: { optimistic: 5, likely: 3, pessimistic: 8 } })).toBe(true);
  expect(refused.remedy({ skills: { platform: 0.7, security: 0.2 } })).toBe(true);
});
