import { expect, test } from "vitest";
import { checkFeasible } from "#lib/planning/check-feasible.ts";
import { denseInstance } from "#lib/planning/dense-instance.fixture.ts";
import { greedy } from "#lib/planning/greedy.ts";
import type { PlanInstance, PlanSolution } from "#lib/planning/instance.ts";
import { objectiveOf } from "#lib/planning/objective.ts";
import { solve } from "./solve.ts";

async function plan(instance: PlanInstance, seconds: number): Promise<PlanSolution> {
  const answer = await solve(instance, { timeLimitSeconds: seconds });
  if ("infeasible" in answer) throw new Error(answer.infeasible.join("; "));
  expect(checkFeasible(instance, answer.assignment)).toEqual([]);
  expect(answer.objective).toBe(objectiveOf(instance, answer.assignment));
  expect(answer.objective).toBeGreaterThanOrEqual(answer.greedy);
  expect(answer.bound).toBeGreaterThanOrEqual(answer.objective);
  expect(answer.left.length + Object.keys(answer.assignment).length).toBe(instance.initiatives.length);
  return answer;
}

test("a small year is proven, and says so in every number", async () => {
  const instance = denseInstance(12, 1);
  const answer = await plan(instance, 20);
  expect(answer).toMatchObject({ schemaVersion: 1, proven: true, gap: 0, bound: answer.objective });
  expect(answer.greedy).toBe(objectiveOf(instance, greedy(instance) ?? {}));
});

test("G13: a time limit of 0.1 seconds still gives a plan, 1,000 initiatives too, near the limit", async () => {
  for (const count of [30, 1_000]) {
    const answer = await plan(denseInstance(count, 2), 0.1);
    expect(answer.seconds).toBeLessThan(2);
    expect(answer.bound).toBeLessThan(Number.POSITIVE_INFINITY);
  }
});

test("cancelling stops the thread at once and rejects with the reason", async () => {
  const stop = new AbortController();
  const atWork = Promise.withResolvers<void>();
  const running = solve(denseInstance(120, 3), {
    timeLimitSeconds: 60,
    signal: stop.signal,
    onProgress: () => atWork.resolve(),
  });
  const outcome = running.catch((reason: unknown) => reason);
  await atWork.promise;
  const before = performance.now();
  stop.abort(new Error("enough"));
  expect(await outcome).toEqual(new Error("enough"));
  expect(performance.now() - before).toBeLessThan(500);
  await expect(solve(denseInstance(5, 1), { timeLimitSeconds: 1, signal: stop.signal })).rejects.toThrow("enough");
});

test("progress is told as it is made", async () => {
  const told: number[] = [];
  await solve(denseInstance(40, 5), { timeLimitSeconds: 2, onProgress: ({ objective }) => told.push(objective) });
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
});

test("wishes that clash are named, and no more of them than needed", async () => {
  const item = { layer: "cluster" as const, risk: 5, after: [], earliest: 1, latest: 2, pin: null };
  const instance: PlanInstance = {
    quarters: 2,
    capacity: { platform: [10, 10] },
    initiatives: [
      { ...item, id: "a", effort: { platform: 6 }, pin: 1 },
      { ...item, id: "b", effort: { platform: 5 }, latest: 1 },
      { ...item, id: "c", effort: { platform: 3 }, earliest: 2 },
      { ...item, id: "d", effort: { platform: 1 }, pin: 2 },
    ],
  };
  expect(await solve(instance, { timeLimitSeconds: 5 })).toEqual({
    infeasible: [
      '"a" is pinned to quarter 1 (days: platform 6)',
      '"b" must be done by the end of quarter 1 (days: platform 5)',
    ],
  });
});
