import { expect, test } from "vitest";
import { WEEKS_OF_PLAN as WEEKS } from "#lib/presentation/dates.ts";
import { dice } from "./dice.ts";
import { earliestLastWeek } from "./last-week.fixture.ts";
import { layOutQuarter, type QuarterCapacity, type QuarterWork } from "./lay-out-quarter.ts";

const SKILLS = ["platform", "security", "development"];

/** 3 to 6 pieces of work with prerequisites, days that are nearly used up or not, every second time with closed weeks. */
function smallQuarter(seed: number): { work: QuarterWork[]; capacity: QuarterCapacity } {
  const roll = dice(seed);
  const ids = Array.from({ length: 3 + Math.floor(roll() * 4) }, (_, i) => `i${i}`);
  const work = ids.map((id, i) => ({
    id,
    risk: 1 + Math.floor(roll() * 40),
    effort: Object.fromEntries(
      SKILLS.filter(() => roll() < 0.6).map((skill) => [skill, Math.round((0.5 + roll() * 6) * 10) / 10]),
    ),
    after: ids.slice(0, i).filter(() => roll() < 0.3),
  }));
  const capacity = Object.fromEntries(
    SKILLS.map((skill) => {
      const needed = work.reduce((sum, { effort }) => sum + (effort[skill] ?? 0), 0);
      const days = needed / (0.3 + 0.65 * roll()) + 0.5;
      if (seed % 2 === 1) return [skill, days];
      const shares = Array.from({ length: WEEKS }, () => [0, 0.5, 1, 1, 1][Math.floor(roll() * 5)] ?? 1);
      const sum = shares.reduce((total, share) => total + share, 0) || 1;
      return [skill, shares.map((share) => (days * share) / sum)];
    }),
  );
  return { work, capacity };
}

test("the last week of small quarters is the earliest that is possible, as proven by trying every due week", () => {
  let proven = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const { work, capacity } = smallQuarter(seed);
    const earliest = earliestLastWeek(work, capacity);
    const { laidOut, unplaced } = layOutQuarter(work, capacity);
    const last = Math.max(0, ...laidOut.map(({ endWeek }) => endWeek));
    if (earliest === null) expect(unplaced, `seed ${seed}`).not.toEqual([]);
    else expect({ seed, last, unplaced }).toEqual({ seed, last: earliest, unplaced: [] });
    if (earliest !== null) proven++;
  }
  expect(proven).toBeGreaterThan(250);
});
