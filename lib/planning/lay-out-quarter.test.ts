import { expect, test } from "vitest";
import { WEEKS_OF_PLAN as WEEKS } from "#lib/presentation/dates.ts";
import { denseInstance } from "./dense-instance.fixture.ts";
import { dice } from "./dice.ts";
import { greedy } from "./greedy.ts";
import { type LaidOut, layOutQuarter, type QuarterWork } from "./lay-out-quarter.ts";

/** What a layout breaks, judged apart from how it was made; empty when it holds. */
function faultsOf(
  work: readonly QuarterWork[],
  capacity: Record<string, number | readonly number[]>,
  laidOut: readonly LaidOut[],
): string[] {
  const byId = new Map(laidOut.map((each) => [each.id, each]));
  const faults = work.flatMap((each) => faultsOfOne(each, work, byId));
  for (const [skill, days] of Object.entries(capacity)) {
    for (let week = 0; week < WEEKS; week++) {
      const used = laidOut.reduce((sum, { load }) => sum + (load[skill]?.[week] ?? 0), 0);
      const available = typeof days === "number" ? days / WEEKS : (days[week] ?? 0);
      if (used > available + 1e-6) faults.push(`${skill} works ${used} of ${available} days in week ${week + 1}`);
    }
  }
  return faults;
}

function faultsOfOne(each: QuarterWork, work: readonly QuarterWork[], byId: ReadonlyMap<string, LaidOut>): string[] {
  const mine = byId.get(each.id);
  if (!mine) return [];
  const { startWeek, endWeek } = mine;
  const faults =
    startWeek < 1 || endWeek > WEEKS || startWeek > endWeek ? [`${each.id} is outside of the quarter`] : [];
  for (const [skill, days] of Object.entries(each.effort)) {
    const weeks = mine.load[skill] ?? [];
    const sum = weeks.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - days) > 1e-6) faults.push(`${each.id} does ${sum} of ${days} days of ${skill}`);
    if (weeks.some((value, week) => value > 0 && (week + 1 < startWeek || week + 1 > endWeek)))
      faults.push(`${each.id} works outside of its weeks`);
  }
  for (const id of each.after) {
    const before = byId.get(id);
    if (work.some((other) => other.id === id) && (!before || before.endWeek >= startWeek))
      faults.push(`${each.id} starts before ${id} ends`);
  }
  return faults;
}

test("1,000 quarters of planned years: no skill over a week, no prerequisite broken, hardly anything without a place", () => {
  let quarters = 0;
  let items = 0;
  let unplaced = 0;
  for (let seed = 1; quarters < 1_000; seed++) {
    const instance = denseInstance(10 + (seed % 40), seed);
    const plan = greedy(instance) ?? {};
    for (let quarter = 1; quarter <= 4; quarter++) {
      const work = instance.initiatives.filter(({ id }) => plan[id] === quarter);
      const capacity = Object.fromEntries(
        Object.entries(instance.capacity).map(([skill, days]) => [skill, days[quarter - 1] ?? 0]),
      );
      const layout = layOutQuarter(work, capacity);
      expect(faultsOf(work, capacity, layout.laidOut)).toEqual([]);
      expect(layout.laidOut.length + layout.unplaced.length).toBe(work.length);
      quarters++;
      items += work.length;
      unplaced += layout.unplaced.length;
    }
  }
  expect(items).toBeGreaterThan(4_000);
  expect(unplaced / items).toBeLessThan(0.02);
});

test("holidays and part-time people are honoured: 1,000 quarters of uneven weeks, nothing over any of them", () => {
  let unplaced = 0;
  let items = 0;
  for (let seed = 1; seed <= 1_000; seed++) {
    const roll = dice(seed);
    const instance = denseInstance(8 + (seed % 20), seed);
    const plan = greedy(instance) ?? {};
    const quarter = 1 + (seed % 4);
    const work = instance.initiatives.filter(({ id }) => plan[id] === quarter);
    const capacity = Object.fromEntries(
      Object.entries(instance.capacity).map(([skill, days]) => {
        // Closed weeks, half weeks and whole ones, scaled so that the quarter has its days.
        const shares = Array.from({ length: WEEKS }, () => [0, 0.5, 1, 1, 1][Math.floor(roll() * 5)] ?? 1);
        const sum = shares.reduce((total, share) => total + share, 0) || 1;
        return [skill, shares.map((share) => ((days[quarter - 1] ?? 0) * share) / sum)];
      }),
    );
    const layout = layOutQuarter(work, capacity);
    expect(faultsOf(work, capacity, layout.laidOut)).toEqual([]);
    expect(layout.laidOut.length + layout.unplaced.length).toBe(work.length);
    items += work.length;
    unplaced += layout.unplaced.length;
  }
  expect(items).toBeGreaterThan(2_000);
  expect(unplaced / items).toBeLessThan(0.06);
});

test("nothing begins in a week in which everything is closed, and what goes on over it ends later", () => {
  const weeks = Array.from({ length: WEEKS }, (_, week) => (week === 0 || week === 2 ? 0 : 2));
  const { laidOut } = layOutQuarter([{ id: "a", risk: 1, effort: { platform: 4 }, after: [] }], { platform: weeks });
  expect(laidOut).toMatchObject([
    { startWeek: 2, endWeek: 4, load: { platform: [0, 2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0] } },
  ]);
});

test("work is spread over the weeks that it takes, skills side by side, and what waits starts the week after", () => {
  const work: QuarterWork[] = [
    { id: "b", risk: 50, effort: { platform: 3 }, after: ["a"] },
    { id: "a", risk: 10, effort: { platform: 7, security: 1 }, after: ["elsewhere"] },
  ];
  const { laidOut, unplaced } = layOutQuarter(work, { platform: 39, security: 13 });
  expect(unplaced).toEqual([]);
  expect(laidOut.map(({ id, startWeek, endWeek }) => [id, startWeek, endWeek])).toEqual([
    ["a", 1, 3],
    ["b", 4, 4],
  ]);
});

test("risk falls as early as it can: the better yield goes first", () => {
  const work: QuarterWork[] = ["slow", "quick"].map((id, i) => ({
    id,
    risk: 10 + i,
    effort: { platform: i === 0 ? 20 : 6 },
    after: [],
  }));
  const { laidOut } = layOutQuarter(work, { platform: 26 });
  expect(laidOut.find(({ id }) => id === "quick")).toMatchObject({ startWeek: 1, endWeek: 3 });
});

test("a prerequisite that fills the whole quarter leaves no week for what waits: said, not hidden", () => {
  const work: QuarterWork[] = [
    { id: "a", risk: 10, effort: { platform: 26 }, after: [] },
    { id: "b", risk: 10, effort: { security: 1 }, after: ["a"] },
    { id: "c", risk: 10, effort: {}, after: ["b"] },
  ];
  const { laidOut, unplaced } = layOutQuarter(work, { platform: 26, security: 13 });
  expect(laidOut.map(({ id }) => id)).toEqual(["a"]);
  expect(unplaced.toSorted()).toEqual(["b", "c"]);
});
