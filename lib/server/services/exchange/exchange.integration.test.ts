import { afterAll, beforeAll, expect, test } from "vitest";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { bytesOf } from "#lib/server/render/bytes-of.fixture.ts";
import { answerQuestion } from "../answers/answer-question.ts";
import { readQuestionnaire } from "../answers/read-questionnaire.ts";
import { createAssessment } from "../assessments/create-assessment.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { exportReport } from "../reports/export-report.ts";
import { exportLog } from "../workflow/export-log.ts";
import { compareQuestionnaire } from "./compare-questionnaire.ts";
import { exportQuestionnaire } from "./export-questionnaire.ts";
import { filledIn } from "./filled-in.fixture.ts";
import { importAnswers } from "./import-answers.ts";

let database: TestDatabase;
let home: Tenant;
let assessments = 0;
const architect = () => ({ userId: home.members.architect, organization: home.slug });
const consultant = () => ({ userId: home.members.consultant, organization: home.slug });
const ids = CATALOG.questions.filter(({ removed }) => !removed).map(({ id }) => id);
const [first = "", second = "", third = "", fourth = ""] = ids;

async function fresh(): Promise<string> {
  const name = `exchange ${assessments++}`;
  return (await createAssessment(architect(), { name, startsOn: "2026-11-02", clusters: [home.cluster] })).assessment;
}
const answer = (assessment: string, question: string, more: object = {}, who = architect()) =>
  answerQuestion(who, {
    ...{
      assessment,
      question,
      maturity: 2,
      notApplicable: false,
      comment: "as it was",
      confidence: "medium",
      version: 0,
    },
    ...more,
  });
const exported = async (assessment: string, format: "xlsx" | "json" | "yaml" = "xlsx") =>
  bytesOf((await exportQuestionnaire(architect(), { assessment, format })).content);
const compare = (assessment: string, content: Uint8Array) =>
  compareQuestionnaire(architect(), { assessment, fileName: "back.xlsx", content });
const stored = async (assessment: string, question: string) =>
  (await readQuestionnaire(architect(), { assessment })).questions.find((each) => each.question.id === question)
    ?.answer;
const take = async (assessment: string, compared: Awaited<ReturnType<typeof compare>>) => {
  const answers = compared.rows.flatMap(({ question, mine, theirs }) =>
    mine ? [{ question, ...mine, version: theirs?.version ?? 0 }] : [],
  );
  return importAnswers(architect(), { assessment, fileName: "back.xlsx", sha256: compared.sha256, answers });
};

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
});
afterAll(() => database?.close());

test.each(["xlsx", "json", "yaml"] as const)(
  "%s: what is exported and imported unchanged changes nothing",
  async (format) => {
    const assessment = await fresh();
    const comment = "=1+1\r\n<b> & \t'x' _x0041_";
    await answer(assessment, first, { comment });
    await answer(assessment, second, {
      maturity: null,
      notApplicable: true,
      comment: "no volumes",
      confidence: "high",
    });
    const compared = await compare(assessment, await exported(assessment, format));
    expect(compared).toMatchObject({ rows: [], refused: [], unchanged: 2, newerHere: 0, ofThisAssessment: true });
  },
);

test("a filled-in workbook shows what it would change and writes nothing; then all of it is stored, with who, a log entry and a history", async () => {
  const assessment = await fresh();
  await answer(assessment, first);
  const file = filledIn(await exported(assessment), {
    [first]: { level: "3 enforced", comment: "since May" },
    [second]: { level: "does not apply", comment: "no ingress", confidence: "high" },
    [third]: { level: "often" },
  });
  const compared = await compare(assessment, file);
  expect(compared.rows.map(({ question, is }) => [question, is])).toEqual(
    expect.arrayContaining([
      [first, "changed"],
      [second, "changed"],
    ]),
  );
  expect(compared.refused).toHaveLength(1);
  expect(compared.refused[0]).toMatchObject({ says: expect.stringContaining('"often" is no level') });
  expect(await stored(assessment, first)).toMatchObject({ maturity: 2, version: 1 });

  expect(await take(assessment, compared)).toEqual({ imported: 2 });
  expect(await stored(assessment, first)).toMatchObject({ maturity: 3, comment: "since May", version: 2 });
  expect(await stored(assessment, second)).toMatchObject({ notApplicable: true, comment: "no ingress", version: 1 });
  const log = (await exportLog(architect(), { assessment })).lines;
  expect(JSON.parse(log.trim().split("\n").at(-1) ?? "{}")).toMatchObject({
    kind: "answers.imported",
    details: { fileName: "back.xlsx", sha256: compared.sha256, answers: [`${first} 2`, `${second} 1`].toSorted() },
  });
  // The same file again says nothing new.
  expect(await compare(assessment, file)).toMatchObject({ rows: [], unchanged: 2 });
});

test("what somebody answered since the export is never overwritten unseen", async () => {
  const assessment = await fresh();
  await answer(assessment, first);
  await answer(assessment, second);
  const workbook = await exported(assessment);
  await answer(assessment, first, { maturity: 4, comment: "rebuilt", version: 1 }, consultant());
  await answer(assessment, second, { maturity: 4, comment: "rebuilt", version: 1 }, consultant());
  const compared = await compare(assessment, filledIn(workbook, { [first]: { level: "1 ad hoc" } }));
  expect(compared).toMatchObject({
    newerHere: 1,
    rows: [
      {
        question: first,
        is: "conflict",
        mine: { maturity: 1 },
        theirs: { maturity: 4, by: "harbour consultant", version: 2 },
      },
    ],
  });
  // Chosen with the version that was shown: it follows that one.
  await take(assessment, compared);
  expect(await stored(assessment, first)).toMatchObject({ maturity: 1, version: 3 });
  expect(await stored(assessment, second)).toMatchObject({ maturity: 4, version: 2 });
});

test("an answer between comparing and storing stops the whole import, and names the question", async () => {
  const assessment = await fresh();
  const file = filledIn(await exported(assessment), { [first]: { level: "1" }, [second]: { level: "2" } });
  const compared = await compare(assessment, file);
  await answer(assessment, second, {}, consultant());
  await expect(take(assessment, compared)).rejects.toMatchObject({
    code: "conflict",
    current: { questions: [second] },
  });
  expect(await stored(assessment, first)).toBeNull();
  expect((await exportLog(architect(), { assessment })).lines).toBe("");
});

test("a file of another assessment overwrites nothing unseen", async () => {
  const [before, now] = [await fresh(), await fresh()];
  await answer(before, first, { maturity: 1 });
  await answer(before, second, { maturity: 1 });
  await answer(now, first, { maturity: 3 });
  const compared = await compare(now, await exported(before));
  expect(compared.ofThisAssessment).toBe(false);
  expect(compared.rows.map(({ question, is }) => [question, is])).toEqual([
    [first, "conflict"],
    [second, "changed"],
  ]);
});

test("what is no questionnaire, answered twice or no answer is refused, and nothing is stored", async () => {
  const assessment = await fresh();
  await expect(compare(assessment, new Uint8Array([1, 2, 3]))).rejects.toMatchObject({ code: "refused" });
  const said = { maturity: 1 as const, notApplicable: false, comment: "", confidence: "low" as const, version: 0 };
  const of = (...answers: object[]) =>
    importAnswers(architect(), {
      ...{ assessment, fileName: "back.xlsx", sha256: "0".repeat(64) },
      answers: answers.map((each) => ({ ...said, question: first, ...each })),
    });
  await expect(of({}, {})).rejects.toMatchObject({ code: "invalid-input" });
  await expect(of({}, { question: second, maturity: null })).rejects.toMatchObject({ code: "invalid-input" });
  await expect(of({}, { question: second, maturity: null, notApplicable: true })).rejects.toMatchObject({
    code: "invalid-input",
  });
  await expect(of({}, { question: "made-up" })).rejects.toMatchObject({ code: "refused" });
  expect(await stored(assessment, first)).toBeNull();
});

test("every question and every answer is in every export", async () => {
  const assessment = await fresh();
  for (const [at, question] of [first, second, third, fourth].entries())
    await answer(assessment, question, { maturity: at, comment: `comment ${at}`, confidence: "low" });
  for (const format of ["json", "yaml", "xlsx"] as const) {
    const other = await fresh();
    const compared = await compare(other, await exported(assessment, format));
    expect(
      compared.rows.map(({ question, mine }) => [question, mine?.maturity, mine?.comment, mine?.confidence]),
    ).toEqual(
      expect.arrayContaining(
        [first, second, third, fourth].map((question, at) => [question, at, `comment ${at}`, "low"]),
      ),
    );
    expect(compared.rows.length + compared.leftBlank).toBeGreaterThanOrEqual(ids.length);
  }
  const { content } = await exportReport(architect(), { assessment, format: "json" });
  const answers: unknown[] = JSON.parse(String(content)).answers;
  expect(answers).toEqual(
    [first, second, third, fourth]
      .map((question, at) =>
        expect.objectContaining({ question, level: at, comment: `comment ${at}`, confidence: "low", version: 1 }),
      )
      .toSorted((a, b) => (a.sample.question < b.sample.question ? -1 : 1)),
  );
});
