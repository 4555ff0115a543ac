import { expect, test } from "vitest";
import { initiativeOf } from "./initiative.fixture.ts";
import { progressAgainstPlan } from "./progress-against-plan.ts";
import type { Roadmap } from "./roadmap.ts";

const initiatives = [initiativeOf({ id: "a", risk: 60 }), initiativeOf({ id: "b", risk: 40 })];
/** "a" ends in week 2, "b" in week 4. */
const roadmap = {
  startsOn: "2026-01-01",
  riskAtStart: 100,
  curve: Array.from({ length: 53 }, (_, week) => (week < 2 ? 100 : week < 4 ? 40 : 0)),
  plans: [
    {
      quarter: 1,
      items: [
        { initiative: "a", quarter: 1, startWeek: 1, endWeek: 2, owner: null },
        { initiative: "b", quarter: 1, startWeek: 3, endWeek: 4, owner: null },
      ],
    },
  ],
} as unknown as Roadmap;
const at = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
const verified = (initiative: string, day: number) => ({ initiative, state: "verified" as const, verifiedAt: at(day) });

test("nothing was due yet: on plan", () => {
  expect(progressAgainstPlan(roadmap, initiatives, [], at(6))).toMatchObject({
    week: 0,
    daysBehind: 0,
    riskActualNow: 100,
    riskPlannedNow: 100,
  });
});

test("what was due and is not verified makes days behind, and is named", () => {
  const late = progressAgainstPlan(roadmap, initiatives, [], at(20));
  expect(late).toMatchObject({ week: 2, daysBehind: 7, riskActualNow: 100, riskPlannedNow: 40 });
  expect(late.because).toContain("Do a");
});

test("a claim is shown and does not count before a scan agrees", () => {
  const claimed = progressAgainstPlan(
    roadmap,
    initiatives,
    [{ initiative: "a", state: "claimed", verifiedAt: null }],
    at(20),
  );
  expect(claimed).toMatchObject({ riskClaimed: 60, riskActualNow: 100 });
});

test("verified in time: on plan; earlier than planned: ahead", () => {
  expect(progressAgainstPlan(roadmap, initiatives, [verified("a", 10)], at(20))).toMatchObject({
    daysBehind: 0,
    riskActualNow: 40,
  });
  expect(progressAgainstPlan(roadmap, initiatives, [verified("a", 3)], at(6)).daysBehind).toBeLessThan(0);
});

test("the curve so far has a point for each week, falling when something was verified", () => {
  expect(progressAgainstPlan(roadmap, initiatives, [verified("a", 15)], at(28)).actualCurve).toEqual([
    100, 100, 40, 40, 40,
  ]);
});
