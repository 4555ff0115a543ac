import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Maturity } from "#lib/catalog/framework.ts";
import { OWN_EXAMPLE } from "#lib/catalog/own/example.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { inOrganization, type Work } from "#lib/server/db/unit-of-work.ts";
import { bytesOf } from "#lib/server/render/bytes-of.fixture.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { acceptProposals } from "../answers/accept-proposals.ts";
import { answerQuestion } from "../answers/answer-question.ts";
import { readQuestionnaire } from "../answers/read-questionnaire.ts";
import { createAssessment } from "../assessments/create-assessment.ts";
import { readCharts } from "../assessments/read-charts.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { importOwnQuestions } from "../own-questions/import-own-questions.ts";
import { uploadSnapshot } from "../snapshots/upload-snapshot.ts";
import { exportLog } from "../workflow/export-log.ts";
import { compareQuestionnaire } from "./compare-questionnaire.ts";
import { confirmAnswers } from "./confirm-answers.ts";
import { exportQuestionnaire } from "./export-questionnaire.ts";
import { filledIn } from "./filled-in.fixture.ts";
import { importAnswers } from "./import-answers.ts";

const STEPS = 400;
const OWN = ["own-outsourcing-register", "own-exit-drill"];
const QUESTIONS = [
  ...["no-privileged-containers-q1", "memory-limits-set-q1", "replicas-not-alone-q1", "entrances-known-q1"],
  ...["egress-is-listed-q1", "secrets-rotated-q1"],
  ...OWN,
];
const WORDS = ["low", "medium", "high"] as const;

let database: TestDatabase;
let home: Tenant;
let folder: string;
let assessment: string;
const actor = (role: "architect" | "consultant" = "architect") => ({
  userId: home.members[role],
  organization: home.slug,
});

/** The same numbers for the same seed (mulberry32). */
function chance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, below: (most: number) => Math.floor(next() * most) };
}
const { next, below } = chance(20261123);
const one = <T>(items: readonly T[]): T => items[below(items.length)] as T;

const within = async <T>(run: (work: Work) => Promise<T>): Promise<T> => {
  const outcome = await inOrganization(home.members.architect, home.slug, run);
  if (!outcome) throw new Error("no member");
  return outcome.found;
};
const viewOf = async (of: string) => {
  const { assessment: _, at: __, ...questionnaire } = await readQuestionnaire(actor(), { assessment: of });
  const { card, headline } = await readCharts(actor(), { assessment: of });
  return { questionnaire, card, headline };
};
const versionOf = async (question: string) =>
  (await within((work) => work.answer.findFirst({ where: { assessmentId: assessment, questionId: question } })))
    ?.version ?? 0;

/** The organization's own questions in one of three wordings; the second question comes and goes. */
async function upgrade(edition: number): Promise<void> {
  const [example] = OWN_EXAMPLE.questions;
  if (!example) throw new Error("there is no example");
  const wording = ["missing in", "not listed in", "unknown to"][edition % 3] ?? "";
  const worded = { ...example, asks: example.asks.replace("missing in", wording) };
  const second = { ...worded, id: "exit-drill", title: `${example.title} and was left once as a drill`.slice(0, 88) };
  const content = { ...OWN_EXAMPLE, questions: edition % 2 === 0 ? [worded, second] : [worded] };
  const file = new TextEncoder().encode(JSON.stringify(content));
  await importOwnQuestions(actor(), { fileName: "own.json", content: file });
}

async function scan(): Promise<void> {
  const pods = Array.from({ length: 1 + below(3) }, (_, at) => ({
    ...{ apiVersion: "v1", kind: "Pod", metadata: { name: `pod-${at}`, namespace: "shop" } },
    spec: { containers: [{ name: "main", image: "a:1", securityContext: { privileged: next() < 0.5 } }] },
  }));
  const path = join(folder, "snapshot.json");
  await writeFile(path, JSON.stringify({ apiVersion: "v1", kind: "List", items: pods }));
  await uploadSnapshot(actor(), { cluster: home.cluster, fileName: "snapshot.json", path });
}

const files: Uint8Array[] = [];
let written = 0;

async function edit(): Promise<void> {
  const question = one(QUESTIONS);
  const notApplicable = next() < 0.1;
  const said = {
    maturity: notApplicable ? null : (below(5) as Maturity),
    notApplicable,
    comment: `${one(["=", "", " a\n", "'x", "ü "])}edit ${written++}`,
    confidence: one(WORDS),
  };
  const version = Math.max(0, (await versionOf(question)) - (next() < 0.15 ? 1 : 0));
  await answerQuestion(actor(one(["architect", "consultant"])), { assessment, question, version, ...said });
}

async function bringBack(): Promise<void> {
  const file = files.at(-1 - below(3)) ?? files.at(-1);
  if (!file) return;
  const filled: Record<string, { level: string; comment: string }> = {};
  for (let left = below(4); left > 0; left--)
    filled[one(QUESTIONS)] = { level: `${below(5)}`, comment: `file ${written++}` };
  let content = file;
  // A question that did not exist at the export has no row in it.
  for (const [question, cells] of Object.entries(filled))
    try {
      content = filledIn(content, { [question]: cells });
    } catch {}
  const compared = await compareQuestionnaire(actor(), { assessment, fileName: "back.xlsx", content });
  if (next() < 0.15) await edit();
  const answers = compared.rows.flatMap(({ question, mine, theirs, is }) =>
    mine && (is === "changed" || next() < 0.5) ? [{ question, ...mine, version: theirs?.version ?? 0 }] : [],
  );
  if (answers.length > 0)
    await importAnswers(actor(), { assessment, fileName: "back.xlsx", sha256: compared.sha256, answers });
}

const DOINGS: readonly [weight: number, run: () => Promise<unknown>][] = [
  [50, edit],
  [
    8,
    async () => files.push(await bytesOf((await exportQuestionnaire(actor(), { assessment, format: "xlsx" })).content)),
  ],
  [16, bringBack],
  [10, () => confirmAnswers(actor("consultant"), { assessment, questions: [one(QUESTIONS), one(QUESTIONS)] })],
  [8, () => upgrade(below(6))],
  [4, scan],
  [4, () => acceptProposals(actor(), { assessment, questions: [one(QUESTIONS), one(QUESTIONS)] })],
];

function doing(): () => Promise<unknown> {
  let left = next() * DOINGS.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, run] of DOINGS) {
    left -= weight;
    if (left < 0) return run;
  }
  return edit;
}

/** Another assessment of the same clusters, out of what was carried and the history alone. */
async function replayed(from: string, name: string): Promise<string> {
  const input = { name, startsOn: "2026-11-02", clusters: [home.cluster], carryFrom: from };
  const { assessment: twin } = await createAssessment(actor(), input);
  await within(async (work) => {
    const history = await work.answerRevision.findMany({
      where: { assessmentId: assessment },
      orderBy: [{ questionId: "asc" }, { version: "asc" }],
    });
    const stands = new Map<string, (typeof history)[number]>();
    for (const row of history) {
      expect(row.version).toBe((stands.get(row.questionId)?.version ?? 0) + 1);
      stands.set(row.questionId, row);
    }
    const names = new Map(Object.entries(home.members).map(([role, id]) => [id, `harbour ${role}`]));
    await work.answer.createMany({
      data: [...stands.values()].map(({ asked, ...row }) => ({
        ...row,
        asked: asked as Prisma.InputJsonObject,
        assessmentId: twin,
        answererName: names.get(row.answeredBy) ?? "",
      })),
    });
  });
  return twin;
}

beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
  folder = await mkdtemp(join(tmpdir(), "chartroom-replay-"));
});
afterAll(async () => {
  await database?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

test(`${STEPS} random edits, imports, catalogue upgrades and scans end where the replay of the history ends`, async () => {
  await upgrade(0);
  const before = { startsOn: "2025-11-02", clusters: [home.cluster] };
  const last = (await createAssessment(actor(), { name: "the year before", ...before })).assessment;
  assessment = last;
  for (const _ of QUESTIONS) await edit().catch(onlyRefusals);
  assessment = (await createAssessment(actor(), { name: "this year", ...before, carryFrom: last })).assessment;
  const refused = new Map<string, number>();
  for (let step = 1; step <= STEPS; step++) {
    const code = await doing()().then(() => "stored", onlyRefusals);
    refused.set(code, (refused.get(code) ?? 0) + 1);
    if (step % 100 > 0) continue;
    const twin = await replayed(last, `replayed ${step}`);
    expect(await viewOf(twin)).toEqual(await viewOf(assessment));
    const carried = await within((work) => work.carriedAnswer.count({ where: { assessmentId: assessment } }));
    expect(carried).toBeGreaterThan(0);
  }
  // It was about something: writes that came too late were refused, and most were stored.
  expect(refused.get("conflict")).toBeGreaterThan(0);
  expect(refused.get("stored")).toBeGreaterThan(STEPS / 2);
  const log = (await exportLog(actor(), { assessment })).lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).kind);
  for (const kind of ["answers.imported", "answers.confirmed"]) expect(log).toContain(kind);
}, 240_000);

function onlyRefusals(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  throw error;
}
