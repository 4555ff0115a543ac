import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BurnDownInput, burnDown } from "./burn-down.ts";
import { calendarOf, daysFrom, isWeekend, workingDay } from "./calendar.ts";
import { remind } from "./reminder.ts";
import { type OpenQuestion, whoOwes } from "./who-owes.ts";

const NOTHING_DONE = {
  snapshots: false,
  questionnaires: false,
  contradictions: false,
  review: false,
  "sign-off": false,
};

describe("the calendar", () => {
  test("runs over ten working days from kick-off to read-out", () => {
    const calendar = calendarOf("2026-11-23", new Map(), NOTHING_DONE, "2026-11-25");
    expect(calendar.map(({ id, on, standing }) => [id, on, standing])).toEqual([
      ["kick-off", "2026-11-23", "done"],
      ["snapshots", "2026-11-24", "late"],
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
    expect(questionnaires).toEqual({ id: "questionnaires", on: "2026-11-25", moved: true, standing: "today" });
  });

  test("a working day is never a weekend, and later ones come later", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        fc.integer({ min: 1, max: 30 }),
        (date, nth) => {
          const start = date.toISOString().slice(0, 10);
          const day = workingDay(start, nth);
          expect(isWeekend(day)).toBe(false);
          expect(workingDay(start, nth + 1) > day).toBe(true);
          expect(daysFrom(start, day).filter((each) => !isWeekend(each))).toHaveLength(nth);
        },
      ),
    );
  });
});

describe("the burn-down", () => {
  const days = daysFrom("2026-11-23", "2026-11-27");
  const input = (more: Partial<BurnDownInput>): BurnDownInput => ({
    ...{ days, today: "2026-11-25", questions: [], contradictions: [], evidence: [] },
    ...more,
  });

  test("counts what is open at the end of each day, and says nothing of days to come", () => {
    const questions = [
      { from: null, to: "2026-11-23T09:00:00Z" },
      { from: null, to: "2026-11-25T09:00:00Z" },
      { from: null, to: null },
      { from: "2026-11-25T08:00:00Z", to: null },
    ];
    const down = burnDown(input({ questions }), "2026-11-27");
    expect(down.map((day) => day.questions)).toEqual([2, 2, 2, null, null]);
    expect(down.map(({ ideal }) => ideal)).toEqual([4, 3, 2, 1, 0]);
  });

  test("ends with what is open now, whatever came before", () => {
    const moment = fc.integer({ min: 0, max: 4 }).map((at) => `2026-11-${23 + at}T12:00:00Z`);
    const span = fc
      .tuple(fc.option(moment), fc.option(moment))
      .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }));
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const down = burnDown(input({ today: "2026-11-27", contradictions: spans }), "2026-11-26");
        expect(down.at(-1)?.contradictions).toBe(spans.filter(({ to }) => to === null).length);
      }),
    );
  });
});

describe("who owes what", () => {
  const [ada, bo] = [
    { id: "ada", name: "Ada" },
    { id: "bo", name: "Bo" },
  ];
  const open = (id: string, owner: OpenQuestion["owner"], dueOn: string | null): OpenQuestion => ({
    id,
    asks: `${id}?`,
    owner,
    dueOn,
  });

  test("those who are late come first, what nobody has comes last", () => {
    const debts = whoOwes(
      [
        open("q1", null, null),
        open("q2", ada, "2026-12-04"),
        open("q3", bo, "2026-11-20"),
        open("q4", bo, "2026-11-30"),
      ],
      "2026-11-25",
    );
    expect(
      debts.map(({ owner, late, lateDays, nextDue }) => [owner?.name ?? "nobody", late, lateDays, nextDue]),
    ).toEqual([
      ["Bo", 1, 5, "2026-11-30"],
      ["Ada", 0, 0, "2026-12-04"],
      ["nobody", 0, 0, null],
    ]);
  });

  test("nothing is lost and nothing counted twice", () => {
    const question = fc.record({
      id: fc.uuid(),
      asks: fc.constant("?"),
      owner: fc.constantFrom(ada, bo, null),
      dueOn: fc.constantFrom("2026-11-20", "2026-11-25", "2026-12-01", null),
    });
    fc.assert(
      fc.property(fc.array(question), (questions) => {
        const debts = whoOwes(questions, "2026-11-25");
        expect(debts.flatMap((debt) => debt.questions.map(({ id }) => id)).toSorted()).toEqual(
          questions.map(({ id }) => id).toSorted(),
        );
        expect(debts.reduce((all, { late }) => all + late, 0)).toBe(
          questions.filter(({ dueOn }) => dueOn === "2026-11-20").length,
        );
      }),
    );
  });

  test("a reminder says what, since when and where, on lines of its own", () => {
    const [debt] = whoOwes([open("q3", { id: "bo", name: "Bo\r\nBcc: all@example.com" }, "2026-11-20")], "2026-11-25");
    if (!debt) throw new Error("Bo owes something");
    const about = {
      assessment: "Health\n2026",
      organization: "Meridian",
      from: "Clara",
      href: "https://c.example/q",
      today: "2026-11-25",
    };
    const { subject, text } = remind(debt, about);
    expect(subject).toBe("1 answer late: Health 2026");
    expect(text).toContain(
      "1 question of Health 2026 (Meridian) waits for your answer. 1 is late, the first by 5 days.",
    );
    expect(text.split("\n")[0]).toBe("Bo Bcc: all@example.com,");
    expect(text).toContain("Answer them here: https://c.example/q");
  });
});
