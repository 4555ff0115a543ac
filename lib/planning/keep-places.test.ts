import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bruteForce } from "./brute-force.fixture.ts";
import { checkFeasible } from "./check-feasible.ts";
import { denseInstance } from "./dense-instance.fixture.ts";
import { greedyPlan, riskPerEffort } from "./greedy.ts";
import type { PlanInstance } from "./instance.ts";
import { KEEPING_COSTS, keepPlaces } from "./keep-places.ts";
import { type Assignment, objectiveOf } from "./objective.ts";
import { layOutSpace, toAssignment, toPlan } from "./search-space.ts";
import { smallInstance } from "./small-instance.fixture.ts";

const NOBODY: ReadonlySet<string> = new Set();
const moved = (places: Assignment, plan: Assignment) =>
  Object.entries(places).filter(([id, quarter]) => plan[id] !== quarter).length;

/** Plans that differ a little from one that is best for other risks: what a year is found in when it is planned again. */
function earlier(instance: PlanInstance): Assignment {
  const other = {
    ...instance,
    initiatives: instance.initiatives.map((item, i) => ({ ...item, risk: item.risk + (i % 3) * 2 })),
  };
  return bruteForce(other) ?? {};
}

/** The fewest moves of any plan within the cost, by trying all. */
function fewestMoves(instance: PlanInstance, places: Assignment, least: number): number {
  const ids = instance.initiatives.map(({ id }) => id);
  let fewest = ids.length;
  for (let code = 0; code < (instance.quarters + 1) ** ids.length; code++) {
    const assignment: Record<string, number> = {};
    let rest = code;
    for (const id of ids) {
      const quarter = rest % (instance.quarters + 1);
      rest = Math.floor(rest / (instance.quarters + 1));
      if (quarter > 0) assignment[id] = quarter;
    }
    const count = moved(places, assignment);
    if (count >= fewest || objectiveOf(instance, assignment) < least - 1e-9) continue;
    if (checkFeasible(instance, assignment).length === 0) fewest = count;
  }
  return fewest;
}

describe("a plan that moves as little as it can", () => {
  test("is feasible, costs at most its share and moves no more than the best plan does; on small years nearly always the fewest", () => {
    let asked = 0;
    let fewest = 0;
    fc.assert(
      fc.property(smallInstance({ initiatives: 6, quarters: 3 }), (instance) => {
        const best = bruteForce(instance);
        if (!best) return;
        const places = earlier(instance);
        const space = layOutSpace(instance);
        const kept = toAssignment(space, keepPlaces(space, toPlan(space, best), { places, inFlight: NOBODY }));
        expect(checkFeasible(instance, kept)).toEqual([]);
        const least = (1 - KEEPING_COSTS) * objectiveOf(instance, best);
        expect(objectiveOf(instance, kept)).toBeGreaterThanOrEqual(least - 1e-9);
        expect(moved(places, kept)).toBeLessThanOrEqual(moved(places, best));
        asked++;
        if (moved(places, kept) === fewestMoves(instance, places, least)) fewest++;
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(asked).toBeGreaterThan(100);
    expect(fewest / asked).toBeGreaterThanOrEqual(0.98);
  });

  test("moves nothing when nothing has changed", () => {
    for (const seed of [1, 2, 3]) {
      const instance = denseInstance(40, seed);
      const space = layOutSpace(instance);
      const plan = greedyPlan(space, riskPerEffort(space)) ?? new Int16Array();
      const places = toAssignment(space, plan);
      expect(toAssignment(space, keepPlaces(space, plan, { places, inFlight: NOBODY }))).toEqual(places);
    }
  });

  test("what is being worked on goes first, where the best plan would leave it", () => {
    const item = { layer: "cluster" as const, after: [], earliest: 1, latest: 4, pin: null };
    const instance: PlanInstance = {
      quarters: 4,
      capacity: { platform: [10, 0, 0, 0] },
      initiatives: [
        { ...item, id: "begun", risk: 1, effort: { platform: 8 } },
        { ...item, id: "great", risk: 90, effort: { platform: 8 } },
      ],
    };
    const space = layOutSpace(instance);
    const best = toPlan(space, { great: 1 });
    const keep = (inFlight: readonly string[]) =>
      toAssignment(space, keepPlaces(space, best, { places: { begun: 2 }, inFlight: new Set(inFlight) }));
    expect(keep(["begun"])).toEqual({ begun: 1 });
    expect(keep([])).toEqual({ great: 1 });
  });
});
