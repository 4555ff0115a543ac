import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BurnDownInput, burnDown, questionsBehind, type Span } from "./burn-down.ts";
import { daysFrom } from "./calendar.ts";

const days = daysFrom("2026-11-23", "2026-11-30");
const input = (more: Partial<BurnDownInput>): BurnDownInput => ({
  ...{ days, today: "2026-11-25", questions: [], contradictions: [], evidence: [] },
  ...more,
});
const moment = fc.integer({ min: 0, max: 12 }).map((at) => new Date(Date.UTC(2026, 10, 20 + at, 12)).toISOString());
const span = fc
  .tuple(fc.option(moment), fc.option(moment))
  .map(([a, b]): Span => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }));

describe("the burn-down", () => {
  test("counts what is open at the start and at the end of each day, and says nothing of days to come", () => {
    const questions = [
      { from: null, to: "2026-11-23T09:00:00Z" },
      { from: null, to: "2026-11-25T09:00:00Z" },
      { from: null, to: null },
      { from: "2026-11-25T08:00:00Z", to: null },
    ];
    const down = burnDown(input({ questions }), "2026-11-26");
    expect(down.map((point) => point.day)).toEqual([null, ...days]);
    expect(down.map((point) => point.questions)).toEqual([3, 2, 2, 2, null, null, null, null, null]);
    expect(down.map(({ ideal }) => ideal)).toEqual([4, 3, 2, 1, 0, 0, 0, 0, 0]);
  });

  test("nobody is expected to answer on a weekend", () => {
    const questions = Array.from({ length: 6 }, () => ({ from: null, to: null }));
    const down = burnDown(input({ questions }), "2026-11-30");
    expect(down.map(({ ideal }) => Math.round(ideal * 10) / 10)).toEqual([6, 5, 4, 3, 2, 1, 1, 1, 0]);
  });

  test("before the first day nothing has been", () => {
    const questions = [{ from: null, to: null }];
    expect(burnDown(input({ questions, today: "2026-11-20" }), "2026-11-30")[0]).toMatchObject({
      questions: null,
      ideal: 1,
    });
  });

  test("ends with what is open now, whatever came before", () => {
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const all = daysFrom("2026-11-23", "2026-12-04");
        const down = burnDown(input({ days: all, today: "2026-12-04", contradictions: spans }), "2026-11-26");
        expect(down.at(-1)?.contradictions).toBe(spans.filter(({ to }) => to === null).length);
      }),
    );
  });

  test("each day differs from the one before by what was opened and closed on it", () => {
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const down = burnDown(input({ today: "2026-12-09", evidence: spans }), "2026-11-26");
        const isOn = (time: string | null, day: string | null) => time !== null && time.slice(0, 10) === day;
        down.slice(1).forEach(({ day, evidence }, at) => {
          const lasting = spans.filter(({ from, to }) => !(from && to && from.slice(0, 10) === to.slice(0, 10)));
          const opened = lasting.filter(({ from }) => isOn(from, day)).length;
          const closed = lasting.filter(({ to }) => isOn(to, day)).length;
          expect(evidence).toBe((down[at]?.evidence ?? 0) + opened - closed);
        });
      }),
    );
  });

  test("the even pace never rises, and ends at nothing on the day of readiness", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.constantFrom(...days), (count, readyOn) => {
        const questions = Array.from({ length: count }, () => ({ from: null, to: null }));
        const down = burnDown(input({ questions }), readyOn);
        for (const [at, { ideal }] of down.slice(1).entries()) expect(ideal).toBeLessThanOrEqual(down[at]?.ideal ?? 0);
        expect(down.find(({ day }) => day === readyOn)?.ideal).toBe(0);
      }),
    );
  });
});

test("who keeps the even pace is not behind, and today's share is owed at the end of today", () => {
  const questions = Array.from({ length: 10 }, () => ({ from: null, to: null }));
  const behind = (today: string) => questionsBehind(questions, "2026-11-23", "2026-11-27", today);
  expect(["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-27", "2026-12-10"].map(behind)).toEqual([
    ...[0, 0, 2, 4, 8, 10],
  ]);
  const answered = questions.map((each, at) => (at < 2 ? { ...each, to: "2026-11-23T10:00:00Z" } : each));
  expect(questionsBehind(answered, "2026-11-23", "2026-11-27", "2026-11-24")).toBe(0);
});
