import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#lib/access/permissions.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { LITTLE_CAPACITY, planned } from "../approvals/planned-assessments.fixture.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { planRoadmap } from "./plan-roadmap.ts";
import { readRoadmap } from "./read-roadmap.ts";
import { removeWish } from "./remove-wish.ts";
import { setWish } from "./set-wish.ts";
import { tryPlan } from "./try-plan.ts";
import { askWhyNotSooner } from "./why-not-sooner.ts";

let database: TestDatabase;
let home: Tenant;
beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
});
afterAll(() => database?.close());

const as = (role: Role) => ({ userId: home.members[role], organization: home.slug });
const again = { startsOn: "2026-11-02", capacity: LITTLE_CAPACITY };
const wish = (assessment: string, remedy: string, days: { notBefore?: string; doneBy?: string }) =>
  setWish(as("leader"), {
    ...{ assessment, remedy, notBefore: days.notBefore ?? null, doneBy: days.doneBy ?? null, reason: "the audit" },
  });
const quarterOf = ({ roadmap }: Awaited<ReturnType<typeof readRoadmap>>, id: string) =>
  roadmap?.roadmap.plans.find(({ items }) => items.some(({ initiative }) => initiative === id))?.quarter;

describe("wishes", () => {
  test("are kept by the next plan, are seen with their reason, and can be taken back", async () => {
    const assessment = await planned(home, "wished");
    const view = await readRoadmap(as("leader"), { assessment });
    const first = view.roadmap?.roadmap.plans[0]?.items
      .map(({ initiative }) => view.roadmap?.initiatives.find(({ id }) => id === initiative))
      .find((each) => each && !each.phase);
    const id = first?.id ?? "nothing whole is in the first quarter";
    // Quarters begin on 2 November, 1 February, 3 May and 2 August.
    await wish(assessment, id, { notBefore: "2027-02-15" });
    await planRoadmap(as("architect"), { assessment, ...again });
    const later = await readRoadmap(as("leader"), { assessment });
    expect(quarterOf(later, id) ?? 5).toBeGreaterThanOrEqual(3);
    expect(later.wishes).toEqual([
      { remedy: id, notBefore: "2027-02-15", doneBy: null, reason: "the audit", by: "harbour leader" },
    ]);
    await wish(assessment, id, { doneBy: "2027-01-31" });
    await planRoadmap(as("architect"), { assessment, ...again });
    expect(quarterOf(await readRoadmap(as("leader"), { assessment }), id)).toBe(1);
    await removeWish(as("architect"), { assessment, remedy: id });
    expect((await readRoadmap(as("leader"), { assessment })).wishes).toEqual([]);
  });

  test("that clash are named by their titles, nothing is planned, and the sliders say the same", async () => {
    const assessment = await planned(home, "clash");
    const { roadmap } = await readRoadmap(as("leader"), { assessment });
    const whole = roadmap?.initiatives.filter(
      ({ phase, skill, effort }) => !phase && skill === "platform" && (effort.bySkill.platform ?? 0) > 1.5,
    );
    const [one, other] = whole ?? [];
    await wish(assessment, one?.id ?? "", { doneBy: "2027-01-31" });
    await wish(assessment, other?.id ?? "", { doneBy: "2027-01-31" });
    const refused = { message: "These wishes clash.", detail: expect.stringContaining(`“${one?.title}”`) };
    await expect(planRoadmap(as("architect"), { assessment, ...again })).rejects.toMatchObject(refused);
    await expect(
      planRoadmap(as("architect"), { assessment, ...again }).catch(({ detail }) => Promise.reject(detail)),
    ).rejects.toMatch(/Take one of them back, or plan more days\.$/);
    await expect(tryPlan(as("leader"), { assessment, capacity: LITTLE_CAPACITY })).rejects.toMatchObject(refused);
    expect((await readRoadmap(as("leader"), { assessment })).roadmap?.version).toBe(1);
  });

  test("without a day, with days the wrong way round, or of what is not planned, are refused", async () => {
    const assessment = await planned(home, "refused");
    const { roadmap } = await readRoadmap(as("leader"), { assessment });
    const remedy = roadmap?.initiatives[0]?.remedy ?? "";
    await expect(wish(assessment, remedy, {})).rejects.toMatchObject({ fields: { notBefore: expect.anything() } });
    await expect(wish(assessment, remedy, { notBefore: "2027-03-01", doneBy: "2027-02-01" })).rejects.toMatchObject({
      fields: { doneBy: expect.anything() },
    });
    await expect(wish(assessment, "nothing-such", { doneBy: "2027-02-01" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

test("why not sooner: every initiative has an answer by name", async () => {
  const assessment = await planned(home, "why");
  const { roadmap } = await readRoadmap(as("leader"), { assessment });
  const late = roadmap?.roadmap.plans.slice(1).flatMap(({ items }) => items) ?? [];
  expect(late.length).toBeGreaterThan(2);
  for (const { initiative, quarter } of late) {
    const { why } = await askWhyNotSooner(as("leader"), { assessment, initiative });
    expect(why).toMatch(new RegExp(`waits for Q${quarter}: `));
    expect(why).not.toMatch(/undefined|NaN/);
    for (const { id } of roadmap?.initiatives ?? []) expect(why).not.toContain(`“${id}”`);
  }
});
