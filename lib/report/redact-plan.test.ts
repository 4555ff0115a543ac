import { describe, expect, test } from "vitest";
import { SHARE_PROFILES, SHOWN, type ShareProfile } from "#lib/contracts/share-profiles.ts";
import { initiativeOf } from "#lib/planning/initiative.fixture.ts";
import { yearOf } from "#lib/planning/year.fixture.ts";
import { redactPlan } from "./redact-plan.ts";

const SECRET = "hush";
/** Every text of it says who or what it is. */
const initiatives = ["a", "b"].map((id) => ({
  ...initiativeOf({
    ...{ id: `title-${id}`, title: `title ${id}`, findings: [`${SECRET}-finding`], clusters: [`${SECRET}-cluster`] },
    ...{ steps: [`${SECRET} step`], rollback: SECRET, riskOfDoing: SECRET, verifiedBy: [`title-check-${id}`] },
    ...{ after: id === "b" ? ["title-a"] : [] },
  }),
}));
const [first] = initiatives;
if (first) first.effort.override = { days: 3, reason: SECRET, by: `${SECRET} person`, at: "2026-01-01" };
const { roadmap } = yearOf({ initiatives, places: { "title-a": 1 } });
const plan = {
  ...{
    organization: "harbour title",
    assessment: "assessment title",
    version: 3,
    approvedOn: null,
    at: "2026-02-01T00:00:00Z",
  },
  roadmap: {
    ...roadmap,
    plans: roadmap.plans.map((each) => ({
      ...each,
      goal: `title goal ${each.quarter}`,
      items: each.items.map((item) => ({ ...item, owner: "Ada person" })),
      exitCriteria: each.items.map(({ initiative }) => ({ initiative, checks: ["title-check-a"] })),
    })),
    left: [{ initiative: "title-b", why: "title a takes its days" }],
  },
  initiatives,
  progress: [
    {
      initiative: "title-a",
      state: "started" as const,
      ownerId: `${SECRET}-id`,
      owner: "Ada person",
      verifiedAt: null,
    },
    { initiative: `${SECRET}-gone`, state: "verified" as const, owner: null, verifiedAt: null },
  ],
};
const text = (profile: ShareProfile) => JSON.stringify(redactPlan(plan, SHOWN[profile]));

describe("what a share link shows", () => {
  test.each(SHARE_PROFILES)("C13 %s: no finding, cluster, step, override or id of a person", (profile) => {
    expect(text(profile)).not.toContain(SECRET);
  });

  test("C13 people are named in the whole alone", () => {
    expect(SHARE_PROFILES.map((profile) => text(profile).includes("person"))).toEqual([true, false, false]);
  });

  test("C13 figures tell no title, goal, reason, check or name", () => {
    expect(text("without people")).toContain("title a");
    expect(text("figures")).not.toMatch(/title (a|b|goal)|title-|assessment title|harbour/);
  });

  test("numbers, dates and what belongs together stay", () => {
    const { initiatives: shown, roadmap: year, progress } = redactPlan(plan, SHOWN.figures);
    expect(shown.map(({ id, title, after, risk, effort }) => [id, title, after, risk, effort.days])).toEqual([
      ["initiative-1", "Cluster initiative 1", [], 10, 5],
      ["initiative-2", "Cluster initiative 2", ["initiative-1"], 10, 5],
    ]);
    expect(year.plans[0]?.items).toEqual([
      { initiative: "initiative-1", quarter: 1, startWeek: 1, endWeek: 2, owner: null },
    ]);
    expect(progress).toEqual([
      { initiative: "initiative-1", state: "started", ownerId: null, owner: null, verifiedAt: null },
    ]);
  });
});
