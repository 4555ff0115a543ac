import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#lib/presentation/dates.ts";
import { capacityOfTeam, roomAround, scaleRoom, type TeamMember, weeklyRoom } from "./team.ts";

/** A Monday. */
const START = "2026-11-30";
const ada: TeamMember = { name: "Ada", skill: "platform", daysPerWeek: 5, away: [] };
const weeks = (people: TeamMember[], closed: { from: string; to: string }[] = []) =>
  weeklyRoom({ people, closed }, START).platform?.slice(0, 6);

describe("what a team can do", () => {
  test("part-time people work their share of a week", () => {
    expect(weeks([ada])).toEqual([5, 5, 5, 5, 5, 5]);
    expect(weeks([ada, { ...ada, daysPerWeek: 2 }])).toEqual([7, 7, 7, 7, 7, 7]);
  });

  test("who is away does nothing, a part of a week costs its part; week-ends cost nothing", () => {
    const away = [{ from: "2026-12-09", to: "2026-12-18" }];
    // Wednesday to Friday of the second week, all of the third.
    expect(weeks([{ ...ada, away }])).toEqual([5, 2, 0, 5, 5, 5]);
    expect(weeks([{ ...ada, daysPerWeek: 2.5, away }])).toEqual([2.5, 1, 0, 2.5, 2.5, 2.5]);
    expect(weeks([{ ...ada, away: [{ from: "2026-12-05", to: "2026-12-06" }] }])).toEqual([5, 5, 5, 5, 5, 5]);
  });

  test("holidays and freezes close everybody's weeks, once where they meet somebody's time away", () => {
    const closed = [{ from: "2026-12-21", to: "2027-01-03" }];
    const away = [{ from: "2026-12-24", to: "2027-01-05" }];
    // Back on the Wednesday of the sixth week.
    expect(weeks([ada, { ...ada, away }], closed)).toEqual([10, 10, 10, 0, 0, 8]);
  });

  test("a year that begins in the middle of a week counts its weeks from that day", () => {
    const room = weeklyRoom({ people: [ada], closed: [{ from: "2026-12-02", to: "2026-12-02" }] }, "2026-12-02");
    expect(room.platform?.slice(0, 2)).toEqual([4, 5]);
    expect(room.platform).toHaveLength(52);
  });

  test("days of a quarter are shared out among the weeks that are not closed", () => {
    const room = roomAround([{ from: "2026-11-30", to: "2026-12-06" }], { platform: [24, 13, 13, 13] }, START);
    expect(room.platform?.slice(0, 3)).toEqual([0, 2, 2]);
    expect(room.platform?.slice(13, 15)).toEqual([1, 1]);
    expect(room.cloud?.every((days) => days === 0)).toBe(true);
    // A quarter that is closed as a whole has no days, whatever was wanted of it.
    const closed = roomAround([{ from: "2026-11-30", to: "2027-02-28" }], { platform: [24, 13, 13, 13] }, START);
    expect(closed.platform?.slice(0, 14)).toEqual([...Array(13).fill(0), 1]);
    expect(scaleRoom({ platform: Array(52).fill(2) }, { platform: [13, 0, 26, 26] }).platform?.[13]).toBe(0);
  });

  test("quarters hold no more than their weeks, and everything but a tenth of it", () => {
    const day = fc.nat(370).map((n) => addDays(START, n));
    const span = fc.tuple(day, fc.nat(30)).map(([from, n]) => ({ from, to: addDays(from, n) }));
    const person = fc.record({
      ...{ name: fc.constant("x"), skill: fc.constantFrom("platform" as const, "cloud" as const) },
      ...{ daysPerWeek: fc.double({ min: 0, max: 5, noNaN: true }), away: fc.array(span, { maxLength: 4 }) },
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 5 }), fc.array(span, { maxLength: 3 }), (people, closed) => {
        const room = weeklyRoom({ people, closed }, START);
        for (const [skill, own] of Object.entries(capacityOfTeam(room))) {
          const all = room[skill as "platform"] ?? [];
          for (const [quarter, days] of (own ?? []).entries()) {
            const sum = all.slice(quarter * 13, quarter * 13 + 13).reduce((total, each) => total + each, 0);
            expect(days).toBeLessThanOrEqual(sum + 1e-6);
            expect(days).toBeGreaterThan(sum - 0.1 - 1e-6);
          }
        }
      }),
    );
  });
});
