import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "#lib/access/permissions.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { foundTenant, IN_A_MONTH, type Tenant } from "../matrix.fixture.ts";
import { exportReport } from "../reports/export-report.ts";
import { planRoadmap } from "../roadmaps/plan-roadmap.ts";
import { readReview } from "../workflow/read-review.ts";
import { approveRoadmap } from "./approve-roadmap.ts";
import { LITTLE_CAPACITY, planned } from "./planned-assessments.fixture.ts";
import { readApprovals } from "./read-approvals.ts";

let database: TestDatabase;
let home: Tenant;
beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
});
afterAll(() => database?.close());

const as = (role: Role) => ({ userId: home.members[role], organization: home.slug });
const read = (assessment: string) => readApprovals(as("leader"), { assessment });
const approve = (assessment: string, more: Partial<Parameters<typeof approveRoadmap>[1]> = {}, role: Role = "leader") =>
  approveRoadmap(as(role), { assessment, version: 1, days: 1_000, rate: null, note: "", accepted: [], ...more });

test("a leader approves the newest version with its budget, and it says by whom, for what and by which digest", async () => {
  const assessment = await planned(home, "approved");
  const before = await read(assessment);
  expect(before).toMatchObject({ approvals: [], mayApprove: true, waiting: { version: 1 } });
  const days = before.waiting?.days ?? 0;
  expect(days).toBeGreaterThan(0);
  const [left] = before.waiting?.left ?? [];
  const { digest } = await approve(assessment, {
    ...{ days: days + 10, rate: { amount: 1_000, currency: "EUR" }, note: " As agreed. " },
    accepted: [
      { initiative: left?.id ?? "", owner: home.members.architect, reason: "held by the vendor", endsOn: IN_A_MONTH },
    ],
  });
  const { approvals, waiting } = await read(assessment);
  expect(waiting).toBeNull();
  expect(approvals).toMatchObject([
    {
      ...{ version: 1, digest, by: "harbour leader", note: "As agreed.", intact: true, plannedDays: days },
      budget: { days: days + 10, cost: Math.round((days + 10) * 1_000) },
      accepted: [{ title: left?.title, owner: { name: "harbour architect" }, reason: "held by the vendor" }],
    },
  ]);
  const { log } = await readReview(as("leader"), { assessment });
  expect(log.map(({ says }) => says)).toContainEqual(expect.stringContaining("approved version 1 of the roadmap"));
});

test("the report says who approved which version, with its digest and the risks that were accepted", async () => {
  const assessment = await planned(home, "reported");
  const [left] = (await read(assessment)).waiting?.left ?? [];
  const { digest } = await approve(assessment, {
    accepted: [
      { initiative: left?.id ?? "", owner: home.members.leader, reason: "known and held", endsOn: IN_A_MONTH },
    ],
  });
  const { content } = await exportReport(as("consultant"), { assessment, format: "markdown" });
  const text = String(content);
  for (const said of [digest, "harbour leader", "known and held"]) expect(text).toContain(said);
});

test("who may not approve is refused, and so is a budget that does not pay for the plan", async () => {
  const assessment = await planned(home, "refused");
  for (const role of ["architect", "consultant"] as const)
    await expect(approve(assessment, {}, role)).rejects.toMatchObject({ code: "forbidden" });
  await expect(approve(assessment, { days: 0.1 })).rejects.toMatchObject({
    ...{ code: "invalid-input", fields: { days: expect.stringContaining("At least") } },
  });
  expect((await read(assessment)).approvals).toEqual([]);
});

test("a risk is accepted only of what the plan leaves, by a member, with a day within a year", async () => {
  const assessment = await planned(home, "risks");
  const [left] = (await read(assessment)).waiting?.left ?? [];
  const risk = { initiative: left?.id ?? "", owner: home.members.leader, reason: "held", endsOn: IN_A_MONTH };
  const field = (name: string) => ({ fields: { [`accepted.0.${name}`]: expect.any(String) } });
  await expect(approve(assessment, { accepted: [{ ...risk, initiative: "none" }] })).rejects.toMatchObject(
    field("initiative"),
  );
  await expect(approve(assessment, { accepted: [{ ...risk, reason: " " }] })).rejects.toMatchObject(field("reason"));
  await expect(approve(assessment, { accepted: [{ ...risk, endsOn: "2020-01-01" }] })).rejects.toMatchObject(
    field("endsOn"),
  );
  await expect(approve(assessment, { accepted: [{ ...risk, endsOn: "2099-01-01" }] })).rejects.toMatchObject(
    field("endsOn"),
  );
  await expect(approve(assessment, { accepted: [risk, risk] })).rejects.toMatchObject({ code: "invalid-input" });
  expect((await read(assessment)).approvals).toEqual([]);
});

test("a later version is approved anew; what was approved stays as it was, in the database too", async () => {
  const assessment = await planned(home, "twice");
  const { digest } = await approve(assessment);
  await planRoadmap(as("architect"), { assessment, startsOn: "2026-11-09", capacity: LITTLE_CAPACITY });
  await expect(approve(assessment)).rejects.toMatchObject({ code: "conflict" });
  expect(await read(assessment)).toMatchObject({ approvals: [{ version: 1, digest }], waiting: { version: 2 } });
  const outcomes = await Promise.allSettled([
    approve(assessment, { version: 2 }),
    approve(assessment, { version: 2 }, "admin"),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await read(assessment)).approvals.map(({ version }) => version)).toEqual([2, 1]);

  const app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  await app.query("select set_config('app.organization_id', $1, false)", [home.organizationId]);
  await expect(
    app.query("update roadmaps set roadmap = '{}' where assessment_id = $1 and version = 1", [assessment]),
  ).rejects.toThrow("frozen");
  await expect(
    app.query("delete from roadmaps where assessment_id = $1 and version = 1", [assessment]),
  ).rejects.toThrow(/frozen|denied/);
  await expect(app.query("delete from roadmap_approvals where assessment_id = $1", [assessment])).rejects.toThrow(
    "denied",
  );
  await app.end();
});

test("an approval whose content was changed behind the portal's back is told", async () => {
  const assessment = await planned(home, "tampered");
  await approve(assessment);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("alter table roadmap_approvals disable row level security");
  await owner.query(
    "update roadmap_approvals set content = jsonb_set(content, '{budget,days}', '9999') where assessment_id = $1",
    [assessment],
  );
  await owner.query("alter table roadmap_approvals enable row level security");
  await owner.end();
  expect((await read(assessment)).approvals[0]?.intact).toBe(false);
});
