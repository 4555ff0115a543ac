import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf, type DoneFacts, daysFrom, daysShown, MILESTONES } from "./calendar.ts";
import { isWeekend, workingDay, workingDaysBetween } from "./working-days.ts";

const NOTHING_DONE: DoneFacts = {
  snapshots: false,
  questionnaires: false,
  contradictions: false,
  review: false,
  "sign-off": false,
};
const day = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("the calendar", () => {
  test("runs over ten working days from kick-off to read-out", () => {
    const calendar = calendarOf("2026-11-23", new Map(), { ...NOTHING_DONE, snapshots: true }, "2026-11-25");
    expect(calendar.map(({ id, on, standing }) => [id, on, standing])).toEqual([
      ["kick-off", "2026-11-23", "done"],
      ["snapshots", "2026-11-24", "done"],
      ["questionnaires", "2026-11-30", "ahead"],
      ["contradictions", "2026-12-01", "ahead"],
      ["review", "2026-12-02", "ahead"],
      ["sign-off", "2026-12-03", "ahead"],
      ["read-out", "2026-12-04", "ahead"],
    ]);
  });

  test("takes what was moved, and what is done is done however late", () => {
    const moved = new Map([["questionnaires", "2026-11-25"]]);
    const [, snapshots, questionnaires] = calendarOf(
      "2026-11-23",
      moved,
      { ...NOTHING_DONE, snapshots: true },
      "2026-11-25",
    );
    expect(snapshots?.standing).toBe("done");
    expect(questionnaires).toMatchObject({ id: "questionnaires", on: "2026-11-25", moved: true, standing: "today" });
  });

  test("what waits for something late, is planned before it, or is too slow, is at risk and says why", () => {
    const late = calendarOf("2026-11-23", new Map(), NOTHING_DONE, "2026-11-25");
    expect(late.map(({ standing }) => standing)).toEqual([
      ...["done", "late", "at-risk", "ahead", "ahead", "ahead", "ahead"],
    ]);
    expect(late[2]?.risk).toEqual({ kind: "waits-for", milestone: "snapshots" });

    const done = { ...NOTHING_DONE, snapshots: true };
    const crossed = calendarOf("2026-11-23", new Map([["review", "2026-12-09"]]), done, "2026-11-25");
    expect(crossed.flatMap(({ id, risk }) => (risk ? [[id, risk]] : []))).toEqual([
      ["sign-off", { kind: "planned-before", milestone: "review" }],
    ]);

    const slow = calendarOf("2026-11-23", new Map(), done, "2026-11-25", 12);
    expect(slow.flatMap(({ id, risk }) => (risk ? [[id, risk]] : []))).toEqual([
      ["questionnaires", { kind: "behind", questions: 12 }],
    ]);
  });

  test("nothing is read out before it is signed", () => {
    const on = (today: string, signed: boolean) =>
      calendarOf("2026-11-23", new Map(), { ...NOTHING_DONE, "sign-off": signed }, today).at(-1)?.standing;
    expect(on("2026-12-04", true)).toBe("done");
    expect(on("2026-12-03", true)).toBe("ahead");
    expect(on("2026-12-04", false)).toBe("at-risk");
    expect(on("2026-12-05", false)).toBe("late");
  });

  test("each milestone is done, or late exactly when its day is over; a risk is told of no other than those at risk", () => {
    const done = fc.record(
      Object.fromEntries(Object.keys(NOTHING_DONE).map((id) => [id, fc.boolean()])) as Record<
        keyof DoneFacts,
        fc.Arbitrary<boolean>
      >,
    );
    const moved = fc.dictionary(fc.constantFrom(...MILESTONES), day).map((days) => new Map(Object.entries(days)));
    fc.assert(
      fc.property(day, moved, done, day, fc.nat(50), (startsOn, days, facts, today, behind) => {
        for (const { id, on, standing, risk } of calendarOf(startsOn, days, facts, today, behind)) {
          if (id in facts) expect(standing === "done").toBe(facts[id as keyof DoneFacts]);
          if (standing !== "done") expect(standing === "late").toBe(on < today);
          expect(risk !== null).toBe(standing === "at-risk");
          expect(on).toBe(days.get(id) ?? on);
        }
      }),
    );
  });
});

describe("days", () => {
  test("a working day is never a weekend, later ones come later, and they are counted alike", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (start, nth) => {
        const found = workingDay(start, nth);
        expect(isWeekend(found)).toBe(false);
        expect(workingDay(start, nth + 1) > found).toBe(true);
        expect(daysFrom(start, found).filter((each) => !isWeekend(each))).toHaveLength(nth);
        expect(workingDaysBetween(start, found)).toBe(nth);
      }),
    );
  });

  test("working days are counted as if each was looked at", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -10, max: 500 }), (from, count) => {
        const to = new Date(Date.parse(from) + count * 86_400_000).toISOString().slice(0, 10);
        expect(workingDaysBetween(from, to)).toBe(daysFrom(from, to).filter((each) => !isWeekend(each)).length);
      }),
    );
  });

  test("however long it takes, no more days are shown than asked for, the last one always, evenly apart", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 100 }), (from, count, most) => {
        const to = new Date(Date.parse(from) + count * 86_400_000).toISOString().slice(0, 10);
        const days = daysShown(from, to, most);
        expect(days.length).toBeLessThanOrEqual(most);
        expect(days.at(-1)).toBe(to);
        expect((days[0] ?? "") >= from).toBe(true);
        const steps = days.slice(1).map((each, at) => Date.parse(each) - Date.parse(days[at] ?? ""));
        expect(new Set(steps).size).toBeLessThanOrEqual(1);
        if (count < most) expect(days).toEqual(daysFrom(from, to));
      }),
    );
  });
});
