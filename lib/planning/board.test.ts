import { describe, expect, test } from "vitest";
import { type BoardProgress, boardOf } from "./board.ts";
import { initiativeOf } from "./initiative.fixture.ts";
import type { InitiativeState } from "./roadmap.ts";
import { yearOf } from "./year.fixture.ts";

const all = ["late", "done", "here", "after", "begun", "later"].map((id) => initiativeOf({ id }));
const initiatives = all.map((each) => (each.id === "after" ? { ...each, after: ["late", "done"] } : each));
const { roadmap } = yearOf({ initiatives, places: { late: 1, done: 1, here: 2, after: 2, begun: 3, later: 3 } });
const row = (initiative: string, state: InitiativeState): BoardProgress => ({
  ...{ initiative, state, ownerId: null, owner: null, verifiedAt: null },
});
const progress = [row("late", "reopened"), row("done", "verified"), row("begun", "started"), row("here", "claimed")];
const on = (day: string) => boardOf(roadmap, initiatives, progress, `${day}T08:00:00Z`);
const shown = (day: string) =>
  Object.fromEntries(
    Object.entries(on(day)?.columns ?? {}).map(([column, cards]) => [column, cards.map((card) => card.initiative)]),
  );

describe("the board of the plan that runs", () => {
  test("shows its initiatives, what was left open before and what is begun ahead of its time", () => {
    expect(shown("2026-04-25")).toEqual({
      planned: ["after"],
      "at work": ["late", "begun"],
      claimed: ["here"],
      verified: [],
    });
    expect(on("2026-04-25")).toMatchObject({ quarter: 2, startsOn: "2026-04-06", week: 3 });
    // In the first plan nothing of the second is shown before somebody begins it.
    expect(shown("2026-01-06")).toMatchObject({ planned: [], claimed: ["here"], verified: ["done"] });
  });

  test("says how late each is, what was carried over and what it waits for", () => {
    const cards = Object.values(on("2026-04-25")?.columns ?? {}).flat();
    // Two weeks from 5 January end on the 18th, from 6 April on the 19th; what is claimed and not verified is late too.
    expect(cards.map(({ initiative, late, carried, waitsFor }) => [initiative, late, carried, waitsFor])).toEqual([
      ["after", 6, false, ["Do late"]],
      ["late", 97, true, []],
      ["begun", 0, false, []],
      ["here", 6, false, []],
    ]);
  });

  test("before the year the first plan, after it the last", () => {
    expect(on("2025-12-01")).toMatchObject({ quarter: 1, week: 0 });
    expect(on("2027-03-01")).toMatchObject({ quarter: 4, week: 14 });
  });
});
