import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { readPdf } from "#lib/server/render/pdf/read-pdf.fixture.ts";
import { LogEntry } from "#lib/workflow/log-entry.ts";
import { verifyLog } from "#lib/workflow/verify-log.ts";
import { acceptProposals } from "../answers/accept-proposals.ts";
import { answerQuestion } from "../answers/answer-question.ts";
import { readQuestionnaire } from "../answers/read-questionnaire.ts";
import { readCharts } from "../assessments/read-charts.ts";
import { overrideValue } from "../findings/override-value.ts";
import { readFindings } from "../findings/read-findings.ts";
import { foundTenant, type Tenant, withSnapshot } from "../matrix.fixture.ts";
import { exportReport } from "../reports/export-report.ts";
import { planRoadmap } from "../roadmaps/plan-roadmap.ts";
import { uploadSnapshot } from "../snapshots/upload-snapshot.ts";
import { acceptAssessment } from "./accept-assessment.ts";
import { digestOf } from "./digest-of.ts";
import { exportLog } from "./export-log.ts";
import { exportSignedDocument } from "./export-signed-document.ts";
import { leaveOpen } from "./leave-open.ts";
import { readReview } from "./read-review.ts";
import { ANSWERED, accepted, draft, reviewed, seenOf, signed, submitted } from "./ready-assessments.fixture.ts";
import { requestChanges } from "./request-changes.ts";
import { reviewAnswer } from "./review-answer.ts";
import { signAssessment } from "./sign-assessment.ts";
import { submitAssessment } from "./submit-assessment.ts";

let database: TestDatabase;
let owner: pg.Client;
let home: Tenant;
const as = (who: "leader" | "architect" | "consultant" | "admin"): Actor => ({
  userId: home.members[who],
  organization: home.slug,
});
/** Wrote the only answer of the assessments of the fixture. */
const author = (): Actor => ({ userId: home.spare[22] ?? "", organization: home.slug });
const stateOf = async (assessment: string) => (await readReview(as("leader"), { assessment })).assessment.state;
const said = (doing: Promise<unknown>) =>
  doing.then(
    () => "done",
    (error) => `${error.code}: ${error.message} ${error.detail}`,
  );
const answer = (assessment: string, version: number, told: object = {}) => ({
  ...{ assessment, question: ANSWERED, maturity: 2 as const, notApplicable: false },
  ...{ comment: "since then", confidence: "high" as const, version },
  ...told,
});
const review = (assessment: string, version: number, verdict: "accepted" | "changes-requested", reason = "") => ({
  ...{ assessment, question: ANSWERED, version, verdict, reason },
});
const kinds = async (assessment: string) =>
  (await readReview(as("leader"), { assessment })).log.map(({ kind }) => kind);

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  home = await foundTenant("home", "harbour");
});
afterAll(async () => {
  vi.useRealTimers();
  await owner?.end();
  await database?.close();
});

test("from draft over requested changes to signed, each step in the log, whose chain holds", async () => {
  const assessment = await submitted(home, "the whole way");
  await reviewAnswer(as("consultant"), review(assessment, 1, "changes-requested", "name the clusters"));
  expect(await said(acceptAssessment(as("consultant"), { assessment }))).toContain("1 answer is to be changed");
  await requestChanges(as("consultant"), { assessment, reason: "" });
  expect(await stateOf(assessment)).toBe("changes-requested");
  expect(await said(submitAssessment(as("architect"), { assessment }))).toContain("1 answer is to be changed");
  await answerQuestion(author(), answer(assessment, 1));
  await submitAssessment(as("architect"), { assessment });
  expect(await said(acceptAssessment(as("consultant"), { assessment }))).toContain("waits for a review");
  await reviewAnswer(as("consultant"), review(assessment, 2, "accepted"));
  await acceptAssessment(as("consultant"), { assessment });
  const { digest, log } = await signAssessment(as("leader"), { assessment, seen: await seenOf(home, assessment) });

  const view = await readReview(as("architect"), { assessment });
  expect(view).toMatchObject({ assessment: { state: "signed" }, signature: { digest, log }, next: null });
  expect(view.log.map(({ kind }) => kind)).toEqual([
    "assessment.submitted",
    "answer.changes-requested",
    "assessment.changes-requested",
    "assessment.submitted",
    "answer.accepted",
    "assessment.accepted",
    "assessment.signed",
  ]);
  const lines = (await exportLog(as("architect"), { assessment })).lines.trim().split("\n");
  const entries = lines.map((line) => LogEntry.parse(JSON.parse(line)));
  expect(verifyLog(entries, digestOf, log)).toEqual({ ok: true, end: log });
  const { content } = await exportReport(as("consultant"), { assessment, format: "pdf" });
  if (!(content instanceof Uint8Array)) throw new Error("the report is not bytes");
  const printed = (await readPdf(content)).text.replaceAll(" ", "");
  expect([printed.includes(digest), printed.includes(`${log.count}:${log.hash}`)]).toEqual([true, true]);
  const { document } = await exportSignedDocument(as("leader"), { assessment });
  expect(createHash("sha256").update(document).digest("hex")).toBe(digest);
  expect(JSON.parse(document)).toMatchObject({ format: "chartroom-assessment/1", assessment: { id: assessment } });
});

test("nobody reviews their own answer, whatever their role, and a changed answer has lost its acceptance", async () => {
  const assessment = await submitted(home, "own answers");
  expect(await said(reviewAnswer(author(), review(assessment, 1, "accepted")))).toContain("You wrote this answer");
  await answerQuestion(as("admin"), answer(assessment, 1));
  expect(await said(reviewAnswer(as("admin"), review(assessment, 2, "accepted")))).toContain("You wrote this answer");
  expect(await said(reviewAnswer(as("leader"), review(assessment, 1, "accepted")))).toMatch(/^conflict/);
  await reviewAnswer(as("leader"), review(assessment, 2, "accepted"));
  await answerQuestion(author(), answer(assessment, 2));
  expect(await said(acceptAssessment(as("leader"), { assessment }))).toContain("waits for a review");
});

test("a request for changes needs a reason, and an open question too", async () => {
  const assessment = await submitted(home, "reasons");
  const asked = reviewAnswer(as("leader"), review(assessment, 1, "changes-requested", " \n "));
  await expect(asked).rejects.toMatchObject({ code: "invalid-input", fields: { reason: expect.any(String) } });
  await expect(requestChanges(as("leader"), { assessment, reason: " " })).rejects.toMatchObject({
    fields: { reason: expect.any(String) },
  });
  expect(await said(leaveOpen(as("architect"), { assessment, question: ANSWERED, reason: "no" }))).toMatch(/^conflict/);
  const open = leaveOpen(as("architect"), { assessment, question: "no-such-question", reason: "no" });
  expect(await said(open)).toMatch(/^not-found/);
});

test("submitting names how many questions have neither answer nor reason", async () => {
  const assessment = await draft(home, "one missing");
  const view = await readReview(as("architect"), { assessment });
  const question = view.questions.find(({ standing }) => standing === "left-open")?.id ?? "";
  await leaveOpen(as("architect"), { assessment, question, reason: null });
  expect(await said(submitAssessment(as("architect"), { assessment }))).toContain("1 question is neither answered");
  await leaveOpen(as("architect"), { assessment, question, reason: "the team is away" });
  await submitAssessment(as("architect"), { assessment });
  expect(await kinds(assessment)).toEqual(["question.taken-up", "question.left-open", "assessment.submitted"]);
});

test("who is alone is told to add a second person", async () => {
  const lonely = await foundTenant("lonely", "lighthouse");
  const assessment = await submitted(lonely, "alone");
  await owner.query("delete from memberships where organization_id = $1 and user_id not in ($2, $3)", [
    lonely.organizationId,
    lonely.spare[22],
    lonely.spare[0],
  ]);
  const alone = { userId: lonely.spare[22] ?? "", organization: lonely.slug };
  expect(await said(acceptAssessment(alone, { assessment }))).toContain("waits for a review");
  await owner.query("delete from memberships where organization_id = $1 and user_id = $2", [
    lonely.organizationId,
    lonely.spare[0],
  ]);
  expect(await said(acceptAssessment(alone, { assessment }))).toContain("ask an admin to add a second person");
});

test("an accepted assessment keeps its answers closed until changes are requested", async () => {
  const { assessment } = await accepted(home, "closed");
  expect(await said(answerQuestion(as("architect"), answer(assessment, 1)))).toContain("its answers are closed");
  expect(await said(reviewAnswer(as("leader"), review(assessment, 1, "accepted")))).toContain("its answers are closed");
  expect((await readQuestionnaire(as("architect"), { assessment })).mayAnswer).toBe(false);
  await expect(owner.query("update answers set comment = 'x' where assessment_id = $1", [assessment])).rejects.toThrow(
    /frozen/,
  );
  await requestChanges(as("leader"), { assessment, reason: "look at production again" });
  expect(await said(answerQuestion(as("architect"), answer(assessment, 1)))).toBe("done");
});

test("a contradiction that nobody settled keeps an assessment from being signed", async () => {
  const assessment = await submitted(home, "contradicted");
  const question = "privileged-containers-q1";
  const { questions } = await readQuestionnaire(as("architect"), { assessment });
  const contradicted = questions.find(({ proposal }) => proposal && proposal.maturity < 3)?.question.id ?? question;
  await answerQuestion(author(), answer(assessment, 0, { question: contradicted, maturity: 4 }));
  await reviewAnswer(as("consultant"), { ...review(assessment, 1, "accepted"), question: contradicted });
  await reviewAnswer(as("consultant"), review(assessment, 1, "accepted"));
  await acceptAssessment(as("consultant"), { assessment });
  const view = await readReview(as("leader"), { assessment });
  expect(view.next?.blockers.map(({ kind }) => kind)).toEqual(["contradictions"]);
  expect(view.toSign.seen).toBeNull();
  expect(await said(signAssessment(as("leader"), { assessment, seen: "0".repeat(64) }))).toMatch(/not settled/);
  expect(await stateOf(assessment)).toBe("accepted");
});

describe("signed", () => {
  let assessment = "";
  beforeAll(async () => {
    assessment = await signed(home, "frozen");
  });

  test("every writing verb refuses, says why, and nothing is stored", async () => {
    const { findings } = await readFindings(as("leader"), { assessment });
    const finding = findings[0]?.id ?? "";
    const other = (await readReview(as("leader"), { assessment })).questions[0]?.id ?? "";
    const attempts = [
      () => answerQuestion(as("architect"), answer(assessment, 1)),
      () => answerQuestion(as("architect"), answer(assessment, 0, { question: other })),
      () => acceptProposals(as("architect"), { assessment, questions: [other] }),
      () => overrideValue(as("leader"), { assessment, of: "risk", subject: finding, value: 5, reason: "less" }),
      () => overrideValue(as("leader"), { assessment, of: "risk", subject: finding, value: null, reason: "" }),
      () => leaveOpen(as("architect"), { assessment, question: other, reason: "no" }),
      () => leaveOpen(as("architect"), { assessment, question: other, reason: null }),
      () => reviewAnswer(as("consultant"), review(assessment, 1, "changes-requested", "late")),
    ];
    for (const attempt of attempts) expect(await said(attempt())).toMatch(/^refused: This assessment is signed/);
    for (const attempt of [
      () => submitAssessment(as("architect"), { assessment }),
      () => requestChanges(as("leader"), { assessment, reason: "late" }),
      () => acceptAssessment(as("leader"), { assessment }),
      () => signAssessment(as("leader"), { assessment, seen: "0".repeat(64) }),
    ])
      expect(await said(attempt())).toMatch(/^conflict: .*this assessment is signed/);
    expect((await kinds(assessment)).at(-1)).toBe("assessment.signed");
  });

  test("G09 the database refuses every write too, from the owner as well", async () => {
    const id = [assessment];
    const insert = (columns: string, values: string) =>
      `(organization_id, assessment_id, ${columns}) select organization_id, id, ${values} from assessments where id = $1`;
    for (const write of [
      "update answers set comment = 'x' where assessment_id = $1",
      "delete from answers where assessment_id = $1",
      `insert into answers ${insert("question_id, maturity, answered_by, answerer_name", "'q', 1, id, 'x'")}`,
      "update answer_revisions set comment = 'x' where assessment_id = $1",
      "update answer_reviews set reason = 'x' where assessment_id = $1",
      "delete from answer_reviews where assessment_id = $1",
      `insert into overrides ${insert("of, subject, value, reason, set_by, setter_name", "'risk', 'x', 1, 'x', id, 'x'")}`,
      "delete from open_questions where assessment_id = $1",
      "delete from assessment_clusters where assessment_id = $1",
      `insert into assessment_log select organization_id, assessment_id, number + 1, now(), person_id, 'x', 'x', '{}', hash, repeat('f', 64) from assessment_log where assessment_id = $1 order by number desc limit 1`,
      "update assessment_signatures set digest = 'x' where assessment_id = $1",
      "delete from assessment_signatures where assessment_id = $1",
      "update assessments set state = 'draft' where id = $1",
      "update assessments set name = 'other' where id = $1",
      "delete from assessments where id = $1",
    ])
      await expect(owner.query(write, id), write).rejects.toThrow(/frozen|never rewritten|foreign key/);
  });

  test("what was signed is shown as it was, after new scans, another moment and another name", async () => {
    const before = await readCharts(as("leader"), { assessment });
    const findings = await readFindings(as("leader"), { assessment });
    const questionnaire = await readQuestionnaire(as("leader"), { assessment });
    const review = await readReview(as("leader"), { assessment });
    await withSnapshot("elsewhere", (path) =>
      uploadSnapshot(as("architect"), { cluster: home.cluster, fileName: "later.json", path }),
    );
    await owner.query("update clusters set name = 'renamed', criticality = 1 where id = $1", [home.cluster]);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 400 * 86_400_000 });
    expect(await readCharts(as("leader"), { assessment })).toEqual(before);
    expect(await readFindings(as("leader"), { assessment })).toEqual(findings);
    expect(await readQuestionnaire(as("leader"), { assessment })).toEqual(questionnaire);
    expect(await readReview(as("leader"), { assessment })).toEqual(review);
    vi.useRealTimers();
    await owner.query("update clusters set name = 'harbour-cluster', criticality = 5 where id = $1", [home.cluster]);
  });

  test("the year is still planned from it: the work that follows goes on", async () => {
    const capacity = { platform: [9, 9, 9, 9], security: [9, 9, 9, 9], application: [9, 9, 9, 9], cloud: [9, 9, 9, 9] };
    expect(await said(planRoadmap(as("leader"), { assessment, startsOn: "2026-11-02", capacity }))).toBe("done");
  });
});

test("no way to signed around acceptance, in the database either", async () => {
  const assessment = await reviewed(home, "around");
  for (const state of ["signed", "draft"])
    await expect(owner.query("update assessments set state = $2 where id = $1", [assessment, state])).rejects.toThrow(
      /does not go from/,
    );
  await acceptAssessment(as("leader"), { assessment });
  await expect(owner.query("update assessments set state = 'signed' where id = $1", [assessment])).rejects.toThrow(
    /with a signature/,
  );
  const forged = `insert into assessment_signatures select organization_id, id, '{}', 'x', 0, 'x', id, 'x', now() from assessments where id = $1`;
  await expect(owner.query(forged, [await draft(home, "forged")])).rejects.toThrow(/only an accepted/);
  const own = `insert into answer_reviews select organization_id, assessment_id, question_id, version, 'accepted', '', answered_by, 'x', now() from answers where assessment_id = $1`;
  await expect(owner.query(own, [await draft(home, "own review")])).rejects.toThrow(/another person/);
});

test("what changed since the signer looked is not signed", async () => {
  const { assessment, seen } = await accepted(home, "looked");
  await withSnapshot("unseen", (path) =>
    uploadSnapshot(as("architect"), { cluster: home.cluster, fileName: "new.json", path }),
  );
  expect(await said(signAssessment(as("leader"), { assessment, seen }))).toMatch(/^conflict: Something changed/);
  expect(await said(signAssessment(as("leader"), { assessment, seen: await seenOf(home, assessment) }))).toBe("done");
});

test("G09 of many who sign and write at once, one signs, and nothing is written after what is signed", async () => {
  let signatures = 0;
  for (let round = 0; round < 5; round++) {
    const assessment = await reviewed(home, `race ${round}`);
    const { findings } = await readFindings(as("leader"), { assessment });
    const subject = findings[0]?.id ?? "";
    await acceptAssessment(as("leader"), { assessment });
    const seen = await seenOf(home, assessment);
    const outcomes = await Promise.all([
      ...["leader", "admin", "leader"].map((who) => said(signAssessment(as(who as "leader"), { assessment, seen }))),
      ...[1, 2, 3, 4].map((value) =>
        said(overrideValue(as("consultant"), { assessment, of: "risk", subject, value, reason: "meanwhile" })),
      ),
    ]);
    const done = outcomes.slice(0, 3).filter((outcome) => outcome === "done");
    expect(done.length).toBeLessThanOrEqual(1);
    if (done.length === 0) continue;
    signatures++;
    const { document } = await exportSignedDocument(as("leader"), { assessment });
    const { rows } = await owner.query("select subject, value from overrides where assessment_id = $1", [assessment]);
    expect(
      JSON.parse(document).overrides.map(({ subject: of, value }: { subject: string; value: number }) => ({
        subject: of,
        value,
      })),
    ).toEqual(rows);
  }
  expect(signatures).toBeGreaterThan(0);
});
