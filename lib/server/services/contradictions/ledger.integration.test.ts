import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { inOrganization } from "#lib/server/db/unit-of-work.ts";
import { answerQuestion } from "../answers/answer-question.ts";
import { readQuestionnaire } from "../answers/read-questionnaire.ts";
import { loadLeaderStanding } from "../assessments/leader-standing.ts";
import { foundTenant, type Tenant, withSnapshot } from "../matrix.fixture.ts";
import { exportReport } from "../reports/export-report.ts";
import { uploadSnapshot } from "../snapshots/upload-snapshot.ts";
import { exportLog } from "../workflow/export-log.ts";
import { CONTESTED, contested, contestedCluster } from "./contested-assessments.fixture.ts";
import { readLedger } from "./read-ledger.ts";
import { reopenContradiction } from "./reopen-contradiction.ts";
import { settleContradiction } from "./settle-contradiction.ts";

let database: TestDatabase;
let home: Tenant;
let cluster: string;
const actor = (role: keyof Tenant["members"] = "admin") => ({ userId: home.members[role], organization: home.slug });

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
  cluster = await contestedCluster(home);
});
afterAll(() => database?.close());

const lines = async (assessment: string) => (await readLedger(actor(), { assessment })).lines;
const line = async (assessment: string) => {
  const [first, ...rest] = await lines(assessment);
  expect(rest).toEqual([]);
  if (!first) throw new Error("nothing differs");
  return first;
};
const of = (assessment: string, seen: number) => ({ assessment, cluster, control: CONTESTED.control, seen });
const claimOf = async (assessment: string) => {
  const { questions } = await readQuestionnaire(actor(), { assessment });
  return questions.find(({ question }) => question.id === CONTESTED.question);
};
const waiting = (assessment: string) =>
  inOrganization(home.members.leader, home.slug, (work) => loadLeaderStanding(work, assessment, 90)).then(
    (kept) => kept?.found.waiting.contradictions,
  );
const refused = (doing: Promise<unknown>) =>
  doing.then(
    () => "stored",
    ({ code, message }) => `${code}: ${message}`,
  );

test("a claim that is kept counts as settled everywhere, and is open again when the answer changes", async () => {
  const assessment = await contested(home, cluster, "keeps");
  expect(await line(assessment)).toMatchObject({
    standing: { is: "open", because: "new" },
    clusterName: "harbour-contested",
  });
  expect(await waiting(assessment)).toBe(1);
  expect((await claimOf(assessment))?.settled).toBeNull();

  await settleContradiction(actor("architect"), {
    ...of(assessment, 0),
    kind: "keep-claim",
    reason: "  a node agent  ",
  });
  const settled = await line(assessment);
  expect(settled).toMatchObject({
    standing: { is: "settled" },
    decisions: [{ kind: "keep-claim", reason: "a node agent" }],
  });
  expect(await waiting(assessment)).toBe(0);
  expect((await claimOf(assessment))?.settled).toEqual([expect.stringContaining("Claim kept by harbour architect")]);
  expect((await claimOf(assessment))?.answer).toMatchObject({ maturity: 4, version: 1 });

  await answerQuestion(actor(), {
    ...{ assessment, question: CONTESTED.question, maturity: 3, notApplicable: false },
    ...{ comment: "less", confidence: "low", version: 1 },
  });
  expect((await line(assessment)).standing).toEqual({ is: "open", because: "claim-changed" });
  expect(await waiting(assessment)).toBe(1);
});

test("taking the evidence makes the answer say what was seen, and keeps what it said in its comment", async () => {
  const assessment = await contested(home, cluster, "takes");
  const { now } = await line(assessment);
  const { answers } = await settleContradiction(actor(), { ...of(assessment, 0), kind: "take-evidence", reason: "" });
  expect(answers).toEqual([CONTESTED.question]);
  const claim = await claimOf(assessment);
  expect(claim?.answer).toMatchObject({ maturity: now?.seen, version: 2, by: "harbour admin" });
  expect(claim?.answer?.comment).toContain("Before: ");
  expect(claim?.answer?.comment).toContain("harbour claims");
  expect(claim?.contradiction).toBeNull();
  expect(await line(assessment)).toMatchObject({ now: null, standing: { is: "gone" } });
});

test("a decision that is taken back opens the entry, with both kept in the report and in the log", async () => {
  const assessment = await contested(home, cluster, "takes back");
  const scoped = {
    kind: "scope-differs" as const,
    scope: "production",
    reason: "staging follows",
    until: "2999-01-01",
  };
  await settleContradiction(actor(), { ...of(assessment, 0), ...scoped });
  await reopenContradiction(actor("consultant"), { ...of(assessment, 1), reason: "production has it too" });
  expect(await line(assessment)).toMatchObject({
    standing: { is: "open", because: "taken-back" },
    decisions: [
      { kind: "reopened", by: "harbour consultant" },
      { kind: "scope-differs", scope: "production" },
    ],
  });
  const { content } = await exportReport(actor("consultant"), { assessment, format: "json" });
  const text = String(content);
  for (const told of ["the answer speaks about production; staging follows", "production has it too"])
    expect(text).toContain(told);
  const log = (await exportLog(actor("consultant"), { assessment })).lines;
  expect(log.match(/contradiction\.(settled|reopened)/g)).toEqual(["contradiction.settled", "contradiction.reopened"]);
});

test("of two who decide at the same time one is told what the other decided, and nothing is overwritten", async () => {
  const assessment = await contested(home, cluster, "at once");
  const decide = (role: "architect" | "consultant") =>
    refused(settleContradiction(actor(role), { ...of(assessment, 0), kind: "keep-claim", reason: `as ${role}` }));
  const outcomes = (await Promise.all([decide("architect"), decide("consultant")])).sort();
  expect(outcomes[0]).toMatch(/^conflict: harbour (architect|consultant) decided about this while you were looking/);
  expect(outcomes[1]).toBe("stored");
  expect((await line(assessment)).decisions).toHaveLength(1);
});

test("a reason that is missing, a day that has passed and what is not open are refused with what to do", async () => {
  const assessment = await contested(home, cluster, "refuses");
  const settle = (more: object) =>
    refused(
      settleContradiction(actor(), { ...of(assessment, 0), ...more } as Parameters<typeof settleContradiction>[1]),
    );
  expect(await settle({ kind: "keep-claim", reason: "   " })).toMatch(/^invalid-input/);
  expect(await settle({ kind: "scope-differs", scope: "x", reason: "y", until: "2020-01-01" })).toMatch(
    /lies behind us/,
  );
  expect(await settle({ kind: "reopened", reason: "y" })).toMatch(/^invalid-input/);
  expect(await refused(reopenContradiction(actor(), { ...of(assessment, 0), reason: "y" }))).toMatch(/not settled/);
  expect((await line(assessment)).decisions).toEqual([]);
});

test("more that fails opens it again with the next scan", async () => {
  const assessment = await contested(home, cluster, "more");
  await settleContradiction(actor(), { ...of(assessment, 0), kind: "keep-claim", reason: "one agent" });
  const pod = (name: string) => ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, namespace: "harbour" },
    spec: { hostNetwork: true, containers: [{ name, image: `${name}:1`, securityContext: { privileged: true } }] },
  });
  await withSnapshot("harbour", async (path) => {
    await writeFile(path, JSON.stringify({ apiVersion: "v1", kind: "List", items: ["a", "b", "c"].map(pod) }));
    await uploadSnapshot(actor(), { cluster, fileName: "more.json", path });
  });
  expect((await line(assessment)).standing).toEqual({ is: "open", because: "more-fails" });
});
