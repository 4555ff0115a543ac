import { afterAll, beforeAll, expect, test } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { questionById } from "#lib/catalog/question-by-id.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { inOrganization, type Work } from "#lib/server/db/unit-of-work.ts";
import { answerQuestion } from "../answers/answer-question.ts";
import { readQuestionnaire } from "../answers/read-questionnaire.ts";
import { createAssessment } from "../assessments/create-assessment.ts";
import { readCharts } from "../assessments/read-charts.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { exportLog } from "../workflow/export-log.ts";
import { readReview } from "../workflow/read-review.ts";
import { confirmAnswers } from "./confirm-answers.ts";

let database: TestDatabase;
let home: Tenant;
let assessments = 0;
const architect = () => ({ userId: home.members.architect, organization: home.slug });
const consultant = () => ({ userId: home.members.consultant, organization: home.slug });
const [first = "", second = "", third = ""] = CATALOG.questions.filter(({ removed }) => !removed).map(({ id }) => id);
const FORMER = { catalogue: "2025.1", asks: "Was something else asked then?", levels: ["a", "b", "c", "d", "e"] };

async function fresh(carryFrom: string | null = null): Promise<string> {
  const name = `carried ${assessments++}`;
  const input = { name, startsOn: "2026-11-02", clusters: [home.cluster], carryFrom };
  return (await createAssessment(architect(), input)).assessment;
}
const answer = (assessment: string, question: string, more: object = {}, who = consultant()) =>
  answerQuestion(who, {
    ...{
      assessment,
      question,
      maturity: 2,
      notApplicable: false,
      comment: "as it was",
      confidence: "high",
      version: 0,
    },
    ...more,
  });
const item = async (assessment: string, question: string) =>
  (await readQuestionnaire(architect(), { assessment })).questions.find((each) => each.question.id === question);
const confirm = (assessment: string, ...questions: string[]) => confirmAnswers(architect(), { assessment, questions });
const within = (run: (work: Work) => Promise<unknown>) => inOrganization(home.members.architect, home.slug, run);
/** As if it had been answered when the catalogue asked something else. */
const askedBefore = (assessment: string, question: string) =>
  within((work) =>
    work.answer.updateMany({ where: { assessmentId: assessment, questionId: question }, data: { asked: FORMER } }),
  );

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
});
afterAll(() => database?.close());

test("answers come forward with text, who and when, count nowhere, and count once somebody confirms or changes them", async () => {
  const last = await fresh();
  await answer(last, first);
  await answer(last, second, { maturity: null, notApplicable: true, comment: "no such thing" });
  const now = await fresh(last);
  const empty = await fresh();
  expect((await item(now, first))?.answer).toBeNull();
  expect((await item(now, first))?.carried).toMatchObject({
    ...{ maturity: 2, comment: "as it was", confidence: "high", by: "harbour consultant", reworded: null },
    from: expect.stringContaining("carried"),
  });
  const score = async (assessment: string) => (await readCharts(architect(), { assessment })).card.overall;
  expect(await score(now)).toEqual(await score(empty));
  const openIn = async (assessment: string) =>
    (await readReview(architect(), { assessment })).questions.filter(({ answer: own }) => !own).length;
  expect(await openIn(now)).toBe(await openIn(empty));

  expect(await confirm(now, first)).toEqual({ confirmed: [first] });
  expect(await item(now, first)).toMatchObject({
    answer: { maturity: 2, comment: "as it was", version: 1, by: "harbour architect" },
    carried: null,
  });
  await answer(now, second, { maturity: 4, comment: "we have one now" });
  expect(await item(now, second)).toMatchObject({ answer: { maturity: 4, by: "harbour consultant" }, carried: null });
  // Confirmed or changed already: nothing more happens.
  expect(await confirm(now, first, second, third)).toEqual({ confirmed: [] });
  expect((await item(now, second))?.answer).toMatchObject({ maturity: 4, version: 1 });
  const log = (await exportLog(architect(), { assessment: now })).lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(log.map(({ kind }) => kind)).toEqual(["answers.carried", "answers.confirmed"]);
  expect(log[1].details).toEqual({ answers: [`${first} 1`] });
});

test("what is answered in the earlier assessment afterwards changes nothing here, and the earlier one stays as it is", async () => {
  const last = await fresh();
  await answer(last, first);
  const now = await fresh(last);
  await answer(last, first, { maturity: 4, version: 1 });
  expect((await item(now, first))?.carried).toMatchObject({ maturity: 2 });
  await confirm(now, first);
  expect((await item(last, first))?.answer).toMatchObject({ maturity: 4, version: 2 });
});

test("what nobody confirmed goes on to the year after, with its own who and when", async () => {
  const one = await fresh();
  await answer(one, first);
  const two = await fresh(one);
  await answer(two, second);
  const three = await fresh(two);
  const from = (await item(two, first))?.carried;
  expect((await item(three, first))?.carried).toEqual(from);
  expect((await item(three, second))?.carried?.from).not.toBe(from?.from);
});

test("a question that means something else by now says what changed; its answer counts once it is confirmed", async () => {
  const last = await fresh();
  await answer(last, first);
  await askedBefore(last, first);
  const now = await fresh(last);
  expect((await item(now, first))?.carried?.reworded).toEqual(FORMER);
  await confirm(now, first);
  expect(await item(now, first)).toMatchObject({ carried: null, reworded: null, answer: { version: 1 } });
});

test("a catalogue upgrade within an assessment: unchanged meanings keep their answers, changed ones wait, nothing is deleted", async () => {
  const now = await fresh();
  await answer(now, first);
  await answer(now, second);
  const before = (await readCharts(architect(), { assessment: now })).card.overall;
  await askedBefore(now, first);
  expect(await item(now, first)).toMatchObject({ reworded: FORMER, answer: { maturity: 2, version: 1 } });
  expect((await item(now, second))?.reworded).toBeNull();
  const { questions } = await readReview(architect(), { assessment: now });
  expect(questions.find(({ id }) => id === first)?.answer).toBeNull();
  const lowered = (await readCharts(architect(), { assessment: now })).card.overall;
  expect(lowered.own.coverage).toBeLessThan(before.own.coverage);

  expect(await confirm(now, first, second)).toEqual({ confirmed: [first] });
  expect(await item(now, first)).toMatchObject({ reworded: null, answer: { version: 2, comment: "as it was" } });
  const { low, high, coverage } = before.own;
  expect((await readCharts(architect(), { assessment: now })).card.overall.own).toMatchObject({ low, high, coverage });
  const history = await within((work) =>
    work.answerRevision.count({ where: { assessmentId: now, questionId: first } }),
  );
  expect(history).toEqual({ found: 2 });
});

test("answers to questions that nobody asks any more are kept and shown as such, in the words of then", async () => {
  const last = await fresh();
  await answer(last, first);
  await askedBefore(last, first);
  await within((work) =>
    work.answer.updateMany({ where: { assessmentId: last }, data: { questionId: "given-up-q1" } }),
  );
  const now = await fresh(last);
  const { noLongerAsked, questions } = await readQuestionnaire(architect(), { assessment: now });
  expect(noLongerAsked).toMatchObject([{ question: "given-up-q1", asks: FORMER.asks, answer: { maturity: 2 } }]);
  expect(questions.some(({ question }) => question.id === "given-up-q1")).toBe(false);
  expect(await confirm(now, "given-up-q1")).toEqual({ confirmed: [] });
});

test("an earlier assessment of another organization does not exist", async () => {
  const away = await foundTenant("away", "quarry");
  await expect(fresh(away.assessment)).rejects.toMatchObject({ code: "not-found" });
});

test("what was carried forward is never changed nor removed, by no one", async () => {
  const last = await fresh();
  await answer(last, first);
  const now = await fresh(last);
  const where = { assessmentId: now };
  await expect(within((work) => work.carriedAnswer.updateMany({ where, data: { maturity: 4 } }))).rejects.toThrow();
  await expect(within((work) => work.carriedAnswer.deleteMany({ where }))).rejects.toThrow();
  expect((await item(now, first))?.carried).toMatchObject({ maturity: 2 });
  expect(questionById(first)?.removed).toBeUndefined();
});
