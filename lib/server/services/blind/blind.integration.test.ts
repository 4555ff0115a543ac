import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromBlindVersion, toBlindVersion } from "#lib/blind/blind-version.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Maturity } from "#lib/catalog/framework.ts";
import { REPORT_FORMATS } from "#lib/contracts/inputs.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { inOrganization } from "#lib/server/db/unit-of-work.ts";
import { acceptProposals } from "../answers/accept-proposals.ts";
import { answerQuestion } from "../answers/answer-question.ts";
import { readQuestionnaire } from "../answers/read-questionnaire.ts";
import { everyVerb, foundTenant, type Tenant } from "../matrix.fixture.ts";
import { ROWS } from "../matrix-rows.fixture.ts";
import { addComment } from "../threads/add-comment.ts";
import { leaveOpen } from "../workflow/leave-open.ts";
import { reviewAnswer } from "../workflow/review-answer.ts";
import { adoptAgreed } from "./adopt-agreed.ts";
import { BLIND_DIMENSION, emptyAssessment, participantsOf, runningRound } from "./blind-rounds.fixture.ts";
import { endRound } from "./end-round.ts";
import { planMinutes } from "./plan-minutes.ts";
import { readWorkshop } from "./read-workshop.ts";
import { startRound } from "./start-round.ts";

let database: TestDatabase;
let home: Tenant;
let ada = { userId: "", organization: "" };
let bo = ada;
let consultant = ada;
let round = { assessment: "", round: "" };
let questions: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
  const actor = (userId = "") => ({ userId, organization: home.slug });
  [ada, bo] = participantsOf(home).map(actor) as [typeof ada, typeof bo];
  consultant = actor(home.members.consultant);
  round = await runningRound(home, "alone");
  questions = (await readQuestionnaire(ada, { assessment: round.assessment })).questions
    .filter(({ blind }) => blind)
    .map(({ question }) => question.id);
});
afterAll(() => database?.close());

type Says = { maturity?: Maturity | null; comment?: string; version?: number; assessment?: string };
const answer = (actor: typeof ada, question: string, says: Says) =>
  answerQuestion(actor, {
    ...{ assessment: round.assessment, question, maturity: 2, comment: "", confidence: "medium", version: 0 },
    ...says,
    notApplicable: says.maturity === null,
  });
const at = (place: number) => questions[place] ?? "";
const seen = async (actor: typeof ada, question: string, assessment = round.assessment) =>
  (await readQuestionnaire(actor, { assessment })).questions.find((each) => each.question.id === question);

describe("while it is on", () => {
  test("each sees the own answer with its own versions, and all others see that it is answered alone", async () => {
    const { version } = await answer(ada, at(0), { maturity: 4, comment: "always, see the runbook" });
    expect(fromBlindVersion(version)).toBe(1);
    expect(await seen(ada, at(0))).toMatchObject({
      answer: { maturity: 4, comment: "always, see the runbook", version },
      blind: { mine: true, people: ["harbour spare-17", "harbour spare-18"] },
    });
    expect(await seen(bo, at(0))).toMatchObject({ answer: null, blind: { mine: true } });
    expect(await seen(consultant, at(0))).toMatchObject({ answer: null, blind: { mine: false } });
    const next = await answer(ada, at(0), { maturity: 3, version });
    await expect(answer(ada, at(0), { maturity: 1, version })).rejects.toMatchObject({
      code: "conflict",
      current: { maturity: 3, version: next.version },
    });
  });

  test("nobody answers for all to see: not others, not in bulk, not by leaving it open or talking about it", async () => {
    const { assessment } = round;
    await expect(answer(consultant, at(1), {})).rejects.toMatchObject({ code: "refused" });
    expect(await acceptProposals(consultant, { assessment, questions })).toEqual({ accepted: [] });
    await expect(leaveOpen(bo, { assessment, question: at(1), reason: "later" })).rejects.toMatchObject({
      code: "refused",
    });
    await expect(addComment(ada, { assessment, question: at(1), text: "I say 4" })).rejects.toMatchObject({
      code: "refused",
    });
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const sneak = owner.query(
      "insert into answers (organization_id, assessment_id, question_id, maturity, answered_by, answerer_name) values ($1, $2, $3, 4, $4, 'x')",
      [home.organizationId, assessment, at(1), ada.userId],
    );
    await expect(sneak).rejects.toThrow(/answered blind/);
    await owner.end();
  });

  test("no verb tells the other architect anything: all that they can read is the same before and after", async () => {
    const verbs = await everyVerb();
    const tenant = { ...home, assessment: round.assessment };
    const call = { home: tenant, away: tenant, role: "architect" as const, number: 0, path: "" };
    const read = async () => {
      const told: Record<string, string> = {};
      for (const [name, verb] of verbs) {
        if (verb.declaration.writes || verb.declaration.may === "own-account") continue;
        const input = ROWS[name]?.own(call) ?? {};
        const inputs =
          name === "reports.export-report" ? REPORT_FORMATS.map((format) => ({ ...input, format })) : [input];
        for (const each of inputs) {
          const outcome = await verb(bo, each).then(texts, (error) => `${error.code} ${error.message}`);
          // How far a proof gets depends on how busy the machine is, and tells nothing.
          const timeless = outcome.replace(/"bound":[^,]*,"gap":[^,]*,"proven":(true|false)/, "");
          told[`${name} ${"format" in each ? each.format : ""}`] = timeless;
        }
      }
      return told;
    };
    const before = await read();
    expect(Object.keys(before).length).toBeGreaterThan(30);
    expect(Object.keys(before).filter((name) => before[name]?.startsWith("not-found")).length).toBeLessThan(8);
    for (const [place, question] of questions.slice(1).entries())
      await answer(ada, question, { maturity: place % 2 ? 0 : 4, comment: "the-secret-of-ada" });
    const after = await read();
    for (const name of Object.keys(before)) expect([name, after[name]]).toEqual([name, before[name]]);
    expect(JSON.stringify(after)).not.toContain("the-secret-of-ada");
  });

  test("without any application code between, the database hands a participant no row of another, nor lets them forge one", async () => {
    const rows = (actor: typeof ada) =>
      inOrganization(actor.userId, home.slug, (work) => work.blindAnswer.findMany({ where: { roundId: round.round } }));
    expect((await rows(ada))?.found.length).toBeGreaterThan(questions.length - 1);
    expect((await rows(bo))?.found).toEqual([]);
    expect((await rows(consultant))?.found).toEqual([]);
    const forged = inOrganization(bo.userId, home.slug, (work, { organizationId }) =>
      work.blindAnswer.create({
        data: {
          ...{ organizationId, roundId: round.round, memberId: ada.userId, questionId: at(0), version: 9 },
          ...{ maturity: 0, notApplicable: false, comment: "", confidence: "low", answeredAt: new Date() },
        },
      }),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  test("how far somebody is can be read by who runs it, and by no participant of another", async () => {
    const people = async (actor: typeof ada) =>
      (await readWorkshop(actor, { assessment: round.assessment })).running[0]?.people.map(({ answered }) => answered);
    expect(await people(consultant)).toEqual([questions.length, 0]);
    expect(await people(bo)).toEqual([null, 0]);
  });
});

describe("once it has ended", () => {
  test("all see who said what; agreed answers are adopted, differences are the agenda, and the workshop settles them", async () => {
    const { assessment } = round;
    await answer(bo, at(0), { maturity: 3, comment: "I think so" });
    await answer(bo, at(1), { maturity: null, comment: "no volumes" });
    await answer(bo, at(2), { maturity: 1 });
    expect(await endRound(consultant, round)).toEqual({ agreed: 1, differing: questions.length - 1, silent: 0 });
    await expect(endRound(consultant, round)).rejects.toMatchObject({ code: "conflict" });
    const workshop = async () => (await readWorkshop(bo, { assessment })).ended[0];
    const brought = await workshop();
    expect(brought?.agreed).toMatchObject([{ id: at(0), settled: null, answers: [{ maturity: 3 }, { maturity: 3 }] }]);
    const items = brought?.groups.flatMap((group) => group.items) ?? [];
    expect(items.map(({ size }) => size).slice(0, 3)).toEqual([5, 1, 0]);
    expect(items[0]).toMatchObject({
      id: at(1),
      answers: [{ comment: "the-secret-of-ada" }, { comment: "no volumes" }],
    });
    await planMinutes(ada, { ...round, question: at(1), minutes: 45 });
    expect((await workshop())?.minutes).toBe((brought?.minutes ?? 0) - 8 + 45);

    expect(await adoptAgreed(consultant, round)).toEqual({ adopted: [at(0)] });
    expect(await adoptAgreed(ada, round)).toEqual({ adopted: [] });
    expect(await seen(bo, at(0))).toMatchObject({
      answer: { maturity: 3, by: "harbour consultant", version: 1, comment: "harbour spare-18: I think so" },
      blind: null,
    });
    const review = { assessment, question: at(0), version: 1, verdict: "accepted" as const, reason: "" };
    await expect(reviewAnswer(ada, review)).rejects.toThrow("You said the same alone");
    await expect(reviewAnswer(consultant, review)).rejects.toThrow("You wrote this answer");
    expect(await reviewAnswer({ userId: home.members.admin, organization: home.slug }, review)).toMatchObject({
      verdict: "accepted",
    });
    await answer(ada, at(1), { maturity: 2, comment: "two clusters have some", version: 0 });
    await expect(answer(bo, at(1), { maturity: 0, version: 0 })).rejects.toMatchObject({ code: "conflict" });
    expect((await workshop())?.groups[0]?.items[0]?.settled).toMatchObject({ maturity: 2, by: "harbour spare-17" });
  });

  test("what was begun alone and sent after all is revealed overwrites nothing", async () => {
    await expect(answer(ada, at(1), { maturity: 4, version: toBlindVersion(1) })).rejects.toMatchObject({
      code: "refused",
    });
    expect((await seen(ada, at(1)))?.answer).toMatchObject({ maturity: 2, version: 1 });
  });
});

describe("starting", () => {
  const start = (assessment: string, more: object = {}) =>
    startRound(consultant, { assessment, dimensions: [BLIND_DIMENSION], architects: participantsOf(home), ...more });

  test("what has an answer was seen by all, and is not asked alone; nor is it twice", async () => {
    const assessment = await emptyAssessment(home, "half answered");
    await answer(consultant, at(0), { assessment });
    expect(await start(assessment)).toMatchObject({ questions: questions.length - 1 });
    await expect(start(assessment)).rejects.toMatchObject({ code: "refused" });
    expect(await seen(ada, at(0), assessment)).toMatchObject({ blind: null, answer: { maturity: 2 } });
    expect(await start(assessment, { dimensions: ["security"] })).toHaveProperty("round");
  });

  test("it takes two, who may answer, and only who runs the assessment starts it", async () => {
    const assessment = await emptyAssessment(home, "nobody yet");
    const [one = "", two = ""] = participantsOf(home);
    await expect(start(assessment, { architects: [one, one] })).rejects.toMatchObject({ code: "invalid-input" });
    await expect(start(assessment, { architects: [one, home.members.leader] })).rejects.toMatchObject({
      code: "refused",
    });
    await expect(
      startRound(ada, { assessment, dimensions: [BLIND_DIMENSION], architects: [one, two] }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("an answer that is being written while a round starts is either seen by all or asked alone, never both", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const assessment = await emptyAssessment(home, `race ${turn}`);
      const [written] = await Promise.allSettled([answer(bo, at(turn), { assessment }), start(assessment)]);
      // Whoever comes in that very moment is told to try again, and answers alone then.
      if (written?.status === "rejected") {
        expect(written.reason).toMatchObject({ code: "refused" });
        await answer(bo, at(turn), { assessment });
      }
      const found = await seen(bo, at(turn), assessment);
      const alone = (found?.answer?.version ?? 0) > 1;
      expect({ turn, alone, blind: found?.blind !== null }).toEqual({ turn, alone, blind: alone });
    }
  });
});

/** Everything of a value that is told, without the moment in which it was computed. */
function texts(value: unknown): string {
  const text = JSON.stringify(value, (_, part) =>
    part?.type === "Buffer"
      ? Buffer.from(part.data).toString("latin1")
      : part instanceof Uint8Array
        ? Buffer.from(part).toString("latin1")
        : part,
  );
  // Moments as text, and as milliseconds since 1970.
  return text.replaceAll(/\d{4}-\d\d-\d\d(T| )?[\d:.]*Z?|"at":\d{13}\b/g, "TIME");
}

test("the questions are those of the dimension", () => {
  const controls = CATALOG.controls.filter(({ dimension }) => dimension === BLIND_DIMENSION).map(({ id }) => id);
  const asked = CATALOG.questions.filter(({ control, removed }) => !removed && controls.includes(control));
  expect(questions.toSorted()).toEqual(asked.map(({ id }) => id).toSorted());
});
