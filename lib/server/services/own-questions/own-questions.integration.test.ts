import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { OWN_EXAMPLE } from "#lib/catalog/own/example.ts";
import { REPORT_FORMATS } from "#lib/contracts/inputs.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { answerQuestion } from "../answers/answer-question.ts";
import { readQuestionnaire } from "../answers/read-questionnaire.ts";
import { readCharts } from "../assessments/read-charts.ts";
import { assignPart } from "../assignments/assign-part.ts";
import { readFindings } from "../findings/read-findings.ts";
import { CAPACITY, foundTenant, type Tenant } from "../matrix.fixture.ts";
import { exportReport } from "../reports/export-report.ts";
import { planRoadmap } from "../roadmaps/plan-roadmap.ts";
import { leaveOpen } from "../workflow/leave-open.ts";
import { draft } from "../workflow/ready-assessments.fixture.ts";
import { requestChanges } from "../workflow/request-changes.ts";
import { submitAssessment } from "../workflow/submit-assessment.ts";
import { exportOwnQuestions } from "./export-own-questions.ts";
import { importOwnQuestions } from "./import-own-questions.ts";
import { readOwnQuestions } from "./read-own-questions.ts";

let database: TestDatabase;
let home: Tenant;
let away: Tenant;
const actor = (role: keyof Tenant["members"] = "admin") => ({ userId: home.members[role], organization: home.slug });
const OWN = "own-outsourcing-register";

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
  away = await foundTenant("away", "zanzibar-vault");
});
afterAll(() => database?.close());

const bytes = (text: string) => new TextEncoder().encode(text);
const give = (content: Uint8Array<ArrayBuffer> | string, fileName = "own.yaml") =>
  importOwnQuestions(actor("architect"), { fileName, content: typeof content === "string" ? bytes(content) : content });
const refused = (doing: Promise<unknown>) =>
  doing.then(
    () => "stored",
    ({ message, detail }) => `${message} ${detail}`,
  );
const own = async (assessment: string) =>
  (await readQuestionnaire(actor(), { assessment })).questions.find(({ question }) => question.id === OWN);

test("a template comes back as it went out, in each format, and nothing of it reaches another organization", async () => {
  for (const format of ["xlsx", "yaml", "json"] as const) {
    const { content } = await exportOwnQuestions(actor(), { format });
    const file = content instanceof Readable ? await buffer(content) : bytes(String(content));
    expect(await give(new Uint8Array(file), `own.${format}`)).toMatchObject({ removed: 0, changed: 0 });
  }
  const { questions, imports } = await readOwnQuestions(actor("leader"), {});
  expect(questions).toMatchObject([{ id: "outsourcing-register", dimension: "Regulation", removed: false }]);
  expect(imports.map(({ number, by }) => [number, by])).toEqual([
    [3, "harbour architect"],
    [2, "harbour architect"],
    [1, "harbour architect"],
  ]);
  const foreign = await readOwnQuestions({ userId: away.members.admin, organization: away.slug }, {});
  expect(foreign).toMatchObject({ questions: [], imports: [] });
});

test("an own question is asked, assigned, answered, scored, planned and reported like all others", async () => {
  const { assessment } = home;
  const asked = await own(assessment);
  expect(asked?.control).toMatchObject({ dimension: "own-regulation", checks: [] });
  expect(asked?.remedy?.effort).toBe("2 to 8 days");
  await assignPart(actor(), {
    assessment,
    part: "dimension",
    target: "own-regulation",
    member: home.members.architect,
    dueOn: null,
  });
  expect((await own(assessment))?.owner?.name).toBe("harbour architect");
  await answerQuestion(actor("architect"), {
    ...{ assessment, question: OWN, maturity: 1, notApplicable: false },
    ...{ comment: "the register is in the drawer", confidence: "high", version: 0 },
  });
  const { findings } = await readFindings(actor(), { assessment });
  expect(findings.find(({ control }) => control === OWN)).toMatchObject({ maturity: 1, dimension: "own-regulation" });
  const { card, heatMap } = await readCharts(actor(), { assessment });
  expect(card.dimensions.at(-1)).toMatchObject({ dimension: "own-regulation", score: { coverage: 1 } });
  expect(heatMap.columns.map(({ title }) => title).at(-1)).toBe("Regulation");
  expect(heatMap.cells).toHaveLength(36);
  await planRoadmap(actor(), { assessment, startsOn: "2026-11-02", capacity: CAPACITY });
  for (const format of REPORT_FORMATS) {
    const { content } = await exportReport(actor("consultant"), { assessment, format });
    const file = content instanceof Readable ? await buffer(content) : Buffer.from(content as string);
    expect(file.length).toBeGreaterThan(100);
    if (format === "json")
      expect(file.toString()).toContain("Bring the platform's services into the outsourcing register");
  }
});

test("what a newer file leaves out is asked no more, and its answer is kept and comes back with it", async () => {
  const { assessment } = home;
  const [question] = OWN_EXAMPLE.questions;
  const other = { dimensions: [], questions: [{ ...question, id: "exit-plans", dimension: "security" }] };
  expect(await give(JSON.stringify(other), "own.json")).toMatchObject({ added: 1, changed: 0, removed: 1 });
  expect(await own(assessment)).toBeUndefined();
  expect((await readOwnQuestions(actor(), {})).questions.find(({ removed }) => removed)?.id).toBe(
    "outsourcing-register",
  );
  expect(
    await refused(
      answerQuestion(actor(), {
        ...{ assessment, question: OWN, maturity: 3, notApplicable: false },
        ...{ comment: "", confidence: "high", version: 1 },
      }),
    ),
  ).toContain("no longer asked");
  await give(stringify(OWN_EXAMPLE));
  expect((await own(assessment))?.answer).toMatchObject({ maturity: 1, comment: "the register is in the drawer" });
});

test("an assessment that is submitted goes on asking what it asked, until changes are requested", async () => {
  const assessment = await draft(home, "before the import");
  await leaveOpen(actor(), { assessment, question: OWN, reason: "not in this round" });
  await submitAssessment(actor(), { assessment });
  const asked = async () =>
    (await readQuestionnaire(actor(), { assessment })).questions.map(({ question }) => question.id);
  const before = await asked();
  const [question] = OWN_EXAMPLE.questions;
  await give(JSON.stringify({ ...OWN_EXAMPLE, questions: [question, { ...question, id: "second" }] }), "own.json");
  expect(await asked()).toEqual(before);
  await requestChanges(actor("consultant"), { assessment, reason: "one more question" });
  expect(await asked()).toEqual([...before, "own-second"]);
});

test("a file that does not fit is refused with each place, and nothing changes", async () => {
  const before = await readOwnQuestions(actor(), {});
  const [question] = OWN_EXAMPLE.questions;
  const wrong = { questions: [{ ...question, dimension: "security", asks: "No question", levels: ["a"] }] };
  expect(await refused(give(JSON.stringify(wrong)))).toMatch(
    /questions 1 \(outsourcing-register\), asks: [\s\S]*levels/,
  );
  expect(await refused(give("questions: [\n  {"))).toMatch(/Line \d+, column \d+/);
  expect(await refused(give("{}"))).toContain("holds no question");
  expect(await refused(give(new Uint8Array([0x89, 0x50, 0, 1])))).toContain("neither text nor a workbook");
  expect(await refused(give(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), "own.xlsx"))).toContain("cannot be read");
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
    .split("")
    .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[at]}`).join(",")}]`)
    .join("\n")}`;
  expect(await refused(give(bomb))).toMatch(/repeats itself|does not fit/);
  expect(await refused(give(JSON.stringify({ ...OWN_EXAMPLE, script: "x" })))).toContain("does not fit");
  expect(await refused(give("x".repeat(900_000)))).not.toBe("stored");
  expect(await readOwnQuestions(actor(), {})).toEqual(before);
  expect(await refused(importOwnQuestions(actor("leader"), { fileName: "own.json", content: bytes("{}") }))).not.toBe(
    "stored",
  );
});
