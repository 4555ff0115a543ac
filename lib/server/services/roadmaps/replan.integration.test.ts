import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#lib/access/permissions.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { approveRoadmap } from "../approvals/approve-roadmap.ts";
import { LITTLE_CAPACITY, planned } from "../approvals/planned-assessments.fixture.ts";
import { stepInitiative } from "../initiatives/step-initiative.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { cancelRun } from "./cancel-run.ts";
import { planRoadmap } from "./plan-roadmap.ts";
import { readRoadmap } from "./read-roadmap.ts";
import { readRun } from "./read-run.ts";

let database: TestDatabase;
let home: Tenant;
beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
});
afterAll(() => database?.close());

const as = (role: Role) => ({ userId: home.members[role], organization: home.slug });
const again = { startsOn: "2026-11-02", capacity: LITTLE_CAPACITY };
const placesIn = ({ roadmap }: Awaited<ReturnType<typeof readRoadmap>>) =>
  Object.fromEntries(
    roadmap?.roadmap.plans.flatMap(({ items }) => items.map((item) => [item.initiative, item.quarter])) ?? [],
  );

describe("planning again", () => {
  test("moves nothing where nothing has changed, and says so", async () => {
    const assessment = await planned(home, "twice");
    const first = await readRoadmap(as("leader"), { assessment });
    expect(first.moved).toBeNull();
    await planRoadmap(as("architect"), { assessment, ...again });
    const second = await readRoadmap(as("leader"), { assessment });
    expect(placesIn(second)).toEqual(placesIn(first));
    expect(second.moved).toMatchObject({ from: 1, to: 2, moves: [], stayed: second.roadmap?.initiatives.length });
    expect(second.roadmap?.roadmap.kept).toEqual({ from: 1, cost: 0 });
  });

  test("puts what is being worked on first, says why, and afresh lets it go again", async () => {
    const assessment = await planned(home, "at work");
    const before = await readRoadmap(as("leader"), { assessment });
    const late = before.roadmap?.roadmap.plans.at(-1)?.items.find(({ initiative }) => {
      const found = before.roadmap?.initiatives.find(({ id }) => id === initiative);
      return found?.after.length === 0;
    });
    const initiative = late?.initiative ?? "nothing stands alone in the last quarter";
    await stepInitiative(as("architect"), { assessment, initiative, step: "start" });
    await planRoadmap(as("architect"), { assessment, ...again });
    const kept = await readRoadmap(as("leader"), { assessment });
    expect(placesIn(kept)[initiative]).toBe(1);
    expect(kept.moved?.moves.find((move) => move.initiative === initiative)).toMatchObject({
      direction: "earlier",
      from: { quarter: 4 },
      to: { quarter: 1 },
      why: "It is being worked on, so it comes first.",
    });
    expect(kept.baseline).toMatchObject({ version: 1, approved: false });
    expect(kept.baseline?.slips.find((slip) => slip.initiative === initiative)?.days).toBeLessThan(0);

    await planRoadmap(as("architect"), { assessment, ...again, afresh: true });
    const fresh = await readRoadmap(as("leader"), { assessment });
    expect(fresh.roadmap?.roadmap.kept).toBeUndefined();
    expect(placesIn(fresh)).toEqual(placesIn(before));
  });

  test("measures against what is approved, as soon as something is", async () => {
    const assessment = await planned(home, "baseline");
    await planRoadmap(as("architect"), { assessment, ...again });
    await approveRoadmap(as("leader"), { assessment, version: 2, days: 1_000, rate: null, note: "", accepted: [] });
    await planRoadmap(as("architect"), {
      assessment,
      startsOn: again.startsOn,
      capacity: { ...LITTLE_CAPACITY, platform: [0, 3, 3, 3] },
    });
    const { baseline, moved } = await readRoadmap(as("leader"), { assessment });
    expect(baseline).toMatchObject({ version: 2, approved: true });
    expect(baseline?.slips.some(({ days }) => days === null || days > 0)).toBe(true);
    expect(moved?.moves.map(({ why }) => why)).toContain("Platform has 0 days in Q1 instead of 3.");
  });
});

describe("planning by people", () => {
  const closed = [{ from: "2026-11-02", to: "2026-11-15" }];
  const person = (
    skill: "platform" | "application",
    daysPerWeek: number,
    away: { from: string; to: string }[] = [],
  ) => ({
    ...{ name: `one of ${skill}`, skill, daysPerWeek, away },
  });

  test("no week has work in which nobody is there, the days are those of the people, and the next form knows them", async () => {
    const assessment = await planned(home, "by people");
    const team = { people: [person("platform", 1), person("application", 0.5)], closed };
    await planRoadmap(as("architect"), { assessment, ...again, team });
    const { roadmap } = await readRoadmap(as("leader"), { assessment });
    expect(roadmap?.roadmap.team).toEqual(team);
    // Eleven of thirteen weeks in the first quarter.
    expect(roadmap?.capacity).toMatchObject({
      platform: [11, 13, 13, 13],
      application: [5.5, 6.5, 6.5, 6.5],
      cloud: [0, 0, 0, 0],
    });
    const first = roadmap?.roadmap.plans[0]?.items ?? [];
    expect(first.length).toBeGreaterThan(0);
    expect(Math.min(...first.map(({ startWeek }) => startWeek))).toBe(3);
    for (const plan of roadmap?.roadmap.plans ?? [])
      for (const { used, available } of plan.capacity) expect(used).toBeLessThanOrEqual(available + 1e-6);
  });

  test("days of each quarter go around what is closed, and what one slides keeps the shape of the weeks", async () => {
    const assessment = await planned(home, "closed");
    await planRoadmap(as("architect"), { assessment, ...again, team: { people: [], closed } });
    const around = await readRoadmap(as("leader"), { assessment });
    expect(around.roadmap?.capacity).toMatchObject({ platform: [3, 3, 3, 3] });
    const starts = (view: typeof around) =>
      view.roadmap?.roadmap.plans[0]?.items.map(({ startWeek }) => startWeek) ?? [];
    expect(Math.min(...starts(around))).toBe(3);
    await planRoadmap(as("architect"), { assessment, ...again, keepsTeam: true });
    expect(Math.min(...starts(await readRoadmap(as("leader"), { assessment })))).toBe(3);
    await planRoadmap(as("architect"), { assessment, ...again, afresh: true });
    expect(Math.min(...starts(await readRoadmap(as("leader"), { assessment })))).toBe(1);
  });
});

describe("a planning run", () => {
  const RUN = "0b0e5a57-6f0e-4c8b-9a54-2f1b60d8e3aa";
  const wait = (check: () => Promise<boolean>) => expect.poll(check, { timeout: 20_000, interval: 5 }).toBe(true);

  test("is watched and cancelled by its own organization alone, and stores nothing", async () => {
    const assessment = await planned(home, "cancelled");
    const away = await foundTenant("away", "zanzibar");
    const stranger = { userId: away.members.admin, organization: away.slug };
    const running = planRoadmap(as("architect"), { assessment, ...again, run: RUN }).catch((reason) => reason);
    await wait(async () => (await cancelRun(stranger, { run: RUN })).cancelled === false);
    await wait(async () => (await cancelRun(as("leader"), { run: RUN })).cancelled);
    const outcome = await running;
    expect(outcome).toMatchObject({ code: "refused", message: "Planning was cancelled." });
    expect((await readRoadmap(as("leader"), { assessment })).roadmap?.version).toBe(1);
    expect(await readRun(as("leader"), { run: RUN })).toEqual({ progress: null });
    await planRoadmap(as("architect"), { assessment, ...again, run: RUN });
    expect((await readRoadmap(as("leader"), { assessment })).roadmap?.version).toBe(2);
  });
});

describe("estimates", () => {
  test("learn from what claimed work took, by skill, in every assessment, and a withdrawn claim teaches nothing", async () => {
    const [assessment, other] = [await planned(home, "taught"), await planned(home, "learns")];
    const view = await readRoadmap(as("leader"), { assessment });
    const [first, second] =
      view.roadmap?.initiatives.filter(({ skill, phase }) => skill === "platform" && !phase) ?? [];
    const step = (id: string | undefined, step: "claim" | "withdraw", days?: number) =>
      stepInitiative(as("architect"), { assessment, initiative: id ?? "", step, days });
    const effortIn = async () =>
      (await readRoadmap(as("leader"), { assessment: other })).initiatives.find(({ skill }) => skill === "platform")
        ?.effort;
    const before = await effortIn();
    await step(first?.id, "claim", (first?.effort.days ?? 0) + 100);
    expect(await effortIn()).toEqual(before);
    await step(second?.id, "claim", (second?.effort.days ?? 0) + 100);
    const after = await effortIn();
    expect(after?.learned).toEqual({ factor: 2, count: 2 });
    expect(after?.how).toMatch(/ x 2, learned from 2 initiatives$/);
    expect(after?.days).toBeCloseTo((before?.days ?? 0) * 2, 0);
    await step(second?.id, "withdraw");
    expect(await effortIn()).toEqual(before);
  });
});
