import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActingMember } from "#lib/access/actor.ts";
import { listLogEntries } from "#lib/server/db/assessment-log.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { inOrganization, type Work } from "#lib/server/db/unit-of-work.ts";
import { verifyLog } from "#lib/workflow/verify-log.ts";
import { createAssessment } from "../assessments/create-assessment.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { appendToLog } from "./append-to-log.ts";
import { digestOf } from "./digest-of.ts";

let database: TestDatabase;
let owner: pg.Client;
let home: Tenant;
let assessment = "";

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  home = await foundTenant("home", "harbour");
  ({ assessment } = await createAssessment(
    { userId: home.members.admin, organization: home.slug },
    { name: "the log", startsOn: "2026-11-02", clusters: [home.cluster] },
  ));
});
afterAll(async () => {
  await owner?.end();
  await database?.close();
});

async function asArchitect<T>(run: (work: Work, member: ActingMember) => Promise<T>): Promise<T> {
  const found = await inOrganization(home.members.architect, home.slug, (work, member) =>
    run(work, { ...member, userId: home.members.architect, organization: home.slug }),
  );
  if (!found) throw new Error("no member");
  return found.found;
}
const append = (kind: string, details: Record<string, unknown> = {}) =>
  asArchitect((work, member) => appendToLog(work, member, assessment, kind, details));
const log = () => asArchitect((work) => listLogEntries(work, assessment));

test("G09 eighty writers at once make one chain, without gap or fork", async () => {
  const before = (await log()).length;
  await Promise.all(Array.from({ length: 80 }, (_, writer) => append("test.written", { writer })));
  const entries = await log();
  expect(entries.length).toBe(before + 80);
  expect(new Set(entries.map(({ details }) => details.writer)).size).toBeGreaterThanOrEqual(80);
  expect(verifyLog(entries, digestOf)).toMatchObject({ ok: true, end: { count: before + 80 } });
});

test("what was stored hashes as what was said: numbers, names in any script, nested, empty and odd texts", async () => {
  const odd = {
    n: [0, -0, 1.5, 1e21, 5e-324, -1],
    t: "é\u2028😀 \\u0000 \u0000 \ud800",
    o: { b: null, a: [] },
    u: undefined,
  };
  await append("test.odd", odd);
  const entries = await log();
  expect(entries.at(-1)?.details).toMatchObject({ t: "é\u2028😀 \\u0000  \ufffd", n: [0, 0, 1.5, 1e21, 5e-324, -1] });
  expect(verifyLog(entries, digestOf).ok).toBe(true);
});

test("a transaction that fails leaves no entry and no gap", async () => {
  const before = await log();
  const failing = asArchitect(async (work, member) => {
    await appendToLog(work, member, assessment, "test.failed", {});
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  await append("test.after");
  const entries = await log();
  expect(entries.slice(0, -1)).toEqual(before);
  expect(verifyLog(entries, digestOf).ok).toBe(true);
});

test("G09 the application can neither change, remove nor fork what was written, and the owner not by accident", async () => {
  await append("test.kept");
  const entries = await log();
  const last = entries.at(-1);
  const where = { organizationId: home.organizationId, assessmentId: assessment };
  await expect(
    asArchitect((work) => work.assessmentLogEntry.updateMany({ where, data: { kind: "x" } })),
  ).rejects.toThrow(/permission denied/);
  await expect(asArchitect((work) => work.assessmentLogEntry.deleteMany({ where }))).rejects.toThrow(
    /permission denied/,
  );
  const fork = { ...where, number: last?.number ?? 0, at: new Date(), personId: home.members.admin, personName: "x" };
  for (const number of [fork.number, fork.number + 1, fork.number + 2]) {
    const data = { ...fork, number, kind: "x", details: {}, previous: "0".repeat(64), hash: "f".repeat(64) };
    await expect(asArchitect((work) => work.assessmentLogEntry.createMany({ data }))).rejects.toThrow(/follow/);
  }
  await expect(owner.query("update assessment_log set kind = 'x'")).rejects.toThrow(/never rewritten/);
  await expect(owner.query("delete from assessment_log")).rejects.toThrow(/never rewritten/);
  await expect(owner.query("truncate assessment_log")).rejects.toThrow(/never rewritten/);
  await expect(owner.query("delete from assessments where id = $1", [assessment])).rejects.toThrow(/foreign key/);
  expect(await log()).toEqual(entries);
});

test("an assessment of another organization has no log to append to", async () => {
  const stranger = await foundTenant("away", "island");
  await expect(
    asArchitect((work, member) => appendToLog(work, member, stranger.assessment, "test.foreign", {})),
  ).rejects.toMatchObject({ code: "not-found" });
});
