import { expect, test } from "vitest";
import { formatMinutes, saySize, sayWorkshop } from "./say-workshop.ts";
import type { Difference, EndedRound, RunningRound } from "./workshop-data.ts";

const settled = { maturity: 2, notApplicable: false, comment: "", by: "Ada", at: "2026-11-02T10:00:00Z" };
const item = (minutes: number, done: boolean): Difference => ({
  ...{ id: `q${minutes}`, asks: "?", levels: [], answers: [], size: 2, minutes },
  settled: done ? settled : null,
});
const ended = (...items: Difference[]): EndedRound => ({
  ...{ id: "r", endedBy: "Cy", endedAt: "2026-11-02T10:00:00Z", questions: 9, people: ["Ada", "Bo"], agreed: [] },
  ...{ minutes: 0, silent: 0, groups: items.length > 0 ? [{ id: "d", title: "D", minutes: 0, items }] : [] },
});
const running: RunningRound = {
  ...{ id: "r", questions: 71, dimensions: [], startedBy: "Cy", startedAt: "2026-11-02T10:00:00Z", takesPart: false },
  people: ["Ada", "Bo"].map((name) => ({ id: name, name, answered: 0 })),
};

test("the title says what is to be done, and only open differences take time", () => {
  expect(sayWorkshop([], [])).toMatch(/^Where two architects answer alone/);
  expect(sayWorkshop([running], [])).toBe("Ada and Bo answer 71 questions, each alone");
  expect(sayWorkshop([running], [ended(item(50, false), item(45, false), item(8, true))])).toBe(
    "2 differences to settle in the workshop, in 1 h 35 min",
  );
  expect(sayWorkshop([], [ended(item(8, true))])).toBe("Every difference is settled");
  expect(sayWorkshop([], [ended()])).toMatch(/nothing to talk about/);
});

test("minutes and sizes in words", () => {
  expect([0, 5, 60, 95].map(formatMinutes)).toEqual(["0 min", "5 min", "1 h", "1 h 35 min"]);
  expect([0, 1, 4, 5].map(saySize)).toEqual([
    "Only one answered",
    "1 level apart",
    "4 levels apart",
    "Differ in whether it applies",
  ]);
});
