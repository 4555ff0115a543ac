import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "#lib/access/permissions.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { LITTLE_CAPACITY, planned } from "../approvals/planned-assessments.fixture.ts";
import { overrideValue } from "../findings/override-value.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { planRoadmap } from "../roadmaps/plan-roadmap.ts";
import { readRoadmap } from "../roadmaps/read-roadmap.ts";
import { OWN_WORK } from "./own-work.fixture.ts";
import { readScorecard } from "./read-scorecard.ts";
import { removeOwn } from "./remove-own.ts";
import { saveOwn } from "./save-own.ts";

let database: TestDatabase;
let home: Tenant;
beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
});
afterAll(() => database?.close());

const as = (role: Role) => ({ userId: home.members[role], organization: home.slug });
const seen = (assessment: string) => readScorecard(as("leader"), { assessment });

test("own work takes the findings of what it replaces, waits for an estimate, is planned with one, and gives them back", async () => {
  const assessment = await planned(home, "own");
  const before = await seen(assessment);
  const [first, second] = before.initiatives;
  const replaces = [first?.id ?? "", second?.id ?? ""];
  const { id } = await saveOwn(as("architect"), { ...OWN_WORK, assessment, replaces });
  const waiting = await seen(assessment);
  expect(waiting.unestimated.map((each) => each.id)).toEqual([id]);
  expect(waiting.unestimated[0]?.findings.toSorted()).toEqual(
    [...(first?.findings ?? []), ...(second?.findings ?? [])].toSorted(),
  );
  expect(waiting.initiatives.map((each) => each.id)).not.toContain(first?.id);
  await overrideValue(as("consultant"), { assessment, of: "effort", subject: id, value: 5, reason: "done before" });
  const set = await seen(assessment);
  expect(set.unestimated).toEqual([]);
  expect(set.initiatives.find((each) => each.id === id)).toMatchObject({
    risk: (first?.risk ?? 0) + (second?.risk ?? 0) + 20,
    effort: { days: 5 },
    own: { by: "harbour architect", risk: 20 },
  });
  await planRoadmap(as("architect"), { assessment, startsOn: "2026-11-02", capacity: LITTLE_CAPACITY, afresh: true });
  const { roadmap } = await readRoadmap(as("leader"), { assessment });
  const named = roadmap?.initiatives.map(({ remedy }) => remedy);
  expect(named).toContain(id);
  expect(named).not.toContain(first?.id);
  await removeOwn(as("leader"), { assessment, initiative: id });
  const after = await seen(assessment);
  expect(after.initiatives).toEqual(before.initiatives);
  expect(after.unestimated).toEqual([]);
});

test("own work is changed under its id, and keeps who added it", async () => {
  const assessment = await planned(home, "changed");
  const estimate = { optimistic: 1, likely: 2, pessimistic: 6 };
  const { id } = await saveOwn(as("architect"), { ...OWN_WORK, assessment });
  await saveOwn(as("leader"), {
    ...OWN_WORK,
    assessment,
    initiative: id,
    version: 1,
    title: "Move two clusters",
    estimate,
  });
  const { own, initiatives } = await seen(assessment);
  expect(own).toHaveLength(1);
  expect(own[0]).toMatchObject({ id, title: "Move two clusters", by: "harbour architect", estimate });
  expect(initiatives.find((each) => each.id === id)?.effort.computed).toBe(2.5);
});

test("of two who change the same the second is told, and of two who would wait for each other or replace the same, one", async () => {
  const assessment = await planned(home, "at once");
  const { id: first } = await saveOwn(as("architect"), { ...OWN_WORK, assessment });
  const { id: second } = await saveOwn(as("architect"), { ...OWN_WORK, assessment });
  const { remedies } = await seen(assessment);
  const change = (initiative: string | null, told: object) =>
    saveOwn(as("leader"), { ...OWN_WORK, assessment, initiative, version: initiative ? 1 : 0, ...told });
  const outcomes = async (...saves: Promise<unknown>[]) =>
    (await Promise.allSettled(saves)).map(({ status }) => status).toSorted();
  const one = ["fulfilled", "rejected"];
  expect(await outcomes(change(first, { after: [second] }), change(second, { after: [first] }))).toEqual(one);
  const replaces = [remedies[0]?.id ?? ""];
  expect(await outcomes(change(null, { replaces }), change(null, { replaces }))).toEqual(one);
  const { id: third } = await saveOwn(as("architect"), { ...OWN_WORK, assessment });
  expect(await outcomes(change(third, { title: "Ann's" }), change(third, { title: "Ben's" }))).toEqual(one);
  await expect(change(third, { title: "Late" })).rejects.toMatchObject({
    code: "conflict",
    message: "Somebody changed this while you were writing.",
  });
});

test("what is replaced twice, waits for itself, is unknown or has an estimate the wrong way round is refused in words", async () => {
  const assessment = await planned(home, "refused");
  const { remedies } = await seen(assessment);
  const remedy = remedies[0]?.id ?? "";
  const save = (told: object) => saveOwn(as("leader"), { ...OWN_WORK, assessment, ...told });
  const { id } = await save({ replaces: [remedy] });
  await expect(save({ replaces: [remedy] })).rejects.toMatchObject({
    code: "conflict",
    fields: { replaces: expect.stringContaining(OWN_WORK.title) },
  });
  const next = await save({ after: [id] });
  await expect(save({ initiative: id, version: 1, after: [next.id] })).rejects.toMatchObject({
    message: "This would wait for itself.",
    fields: { after: expect.any(String) },
  });
  await expect(save({ replaces: ["nothing"] })).rejects.toMatchObject({ code: "not-found" });
  await expect(save({ estimate: { optimistic: 3, likely: 2, pessimistic: 6 } })).rejects.toMatchObject({
    code: "invalid-input",
    fields: { "estimate.likely": "Not below the best case" },
  });
  expect((await seen(assessment)).own).toHaveLength(2);
});
