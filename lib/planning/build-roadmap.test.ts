import { expect, test } from "vitest";
import { buildRoadmap } from "./build-roadmap.ts";
import { initiativeOf } from "./initiative.fixture.ts";
import type { PlanSolution } from "./instance.ts";

const initiatives = [
  initiativeOf({ id: "a", risk: 60, bySkill: { platform: 10 } }),
  initiativeOf({ id: "b", risk: 30, bySkill: { platform: 10 }, after: ["a"] }),
  initiativeOf({ id: "c", risk: 10, bySkill: { platform: 30 } }),
];
const capacity = { platform: [13, 13, 13, 13] };
const solution: PlanSolution = {
  schemaVersion: 1,
  assignment: { a: 1, b: 2 },
  left: ["c"],
  objective: 0,
  bound: 0,
  gap: 0,
  greedy: 0,
  proven: true,
  seconds: 0,
};
const roadmap = buildRoadmap({
  initiatives,
  solution,
  capacity,
  startsOn: "2026-01-05",
  owners: { a: "Ada" },
  projectLayers: (closed) => [{ layer: "cluster", own: closed.size, assured: closed.size }],
});

test("four plans of 91 days follow each other", () => {
  expect(roadmap.plans.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
    ["2026-01-05", "2026-04-05"],
    ["2026-04-06", "2026-07-05"],
    ["2026-07-06", "2026-10-04"],
    ["2026-10-05", "2027-01-03"],
  ]);
});

test("the risk falls by what each plan removes, and the curve ends where the plans end", () => {
  expect(roadmap.riskAtStart).toBe(100);
  expect(roadmap.plans.map(({ riskRemoved, riskLeft }) => [riskRemoved, riskLeft])).toEqual([
    [60, 40],
    [30, 10],
    [0, 10],
    [0, 10],
  ]);
  expect(roadmap.curve).toHaveLength(53);
  expect([roadmap.curve[0], roadmap.curve[52]]).toEqual([100, 10]);
  expect(roadmap.curve.every((risk, week) => week === 0 || risk <= (roadmap.curve[week - 1] ?? 0))).toBe(true);
});

test("scores are projected from everything that is closed by then", () => {
  expect(roadmap.plans.map(({ layers }) => layers[0]?.own)).toEqual([1, 2, 2, 2]);
});

test("owners, exit criteria and capacity stand with the plan", () => {
  expect(roadmap.plans[0]).toMatchObject({
    items: [{ initiative: "a", owner: "Ada", startWeek: 1 }],
    capacity: [{ skill: "platform", used: 10, available: 13 }],
    exitCriteria: [{ initiative: "a", checks: ["a"] }],
  });
});

test("what does not fit says what it would take", () => {
  expect(roadmap.left).toEqual([
    {
      initiative: "c",
      why: "It needs 30 platform days, and Q3 has 13, and what is planned removes more risk for its days (3 points a day and more; this 0.3). 17 more platform days in Q3 would let it in.",
    },
  ]);
});
