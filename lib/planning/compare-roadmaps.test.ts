import { describe, expect, test } from "vitest";
import { compareRoadmaps } from "./compare-roadmaps.ts";
import { initiativeOf } from "./initiative.fixture.ts";
import { yearOf } from "./year.fixture.ts";

const all = ["a", "b", "c"].map((id) => initiativeOf({ id }));
const before = yearOf({ initiatives: all, capacity: { platform: [10, 10, 10, 10] }, places: { a: 1, b: 2 } });
const later = (told: Partial<Parameters<typeof yearOf>[0]>) =>
  yearOf({ version: 2, initiatives: all, capacity: { platform: [10, 10, 10, 10] }, places: { a: 1, b: 2 }, ...told });

describe("what moved between two versions", () => {
  test("nothing, where nothing did", () => {
    expect(compareRoadmaps(before, later({}), [])).toEqual({ from: 1, to: 2, stayed: 3, moves: [] });
  });

  test("says from where to where, by the calendar", () => {
    const { moves, stayed } = compareRoadmaps(before, later({ places: { b: 3, c: 4 } }), []);
    expect(stayed).toBe(0);
    expect(moves.map(({ initiative, direction, from, to }) => [initiative, direction, from, to])).toEqual([
      ["a", "out", { quarter: 1, startsOn: "2026-01-05" }, "left"],
      ["b", "later", { quarter: 2, startsOn: "2026-04-06" }, { quarter: 3, startsOn: "2026-07-06" }],
      ["c", "in", "left", { quarter: 4, startsOn: "2026-10-05" }],
    ]);
  });

  test("a year that begins a quarter later has what was due a quarter earlier: that is no move", () => {
    const shifted = later({ startsOn: "2026-04-06", places: { a: 1, b: 1 } });
    expect(compareRoadmaps(before, shifted, [])).toMatchObject({ stayed: 3, moves: [] });
  });

  test("names what is new and what is gone", () => {
    const { moves } = compareRoadmaps(
      before,
      later({ initiatives: [...all.slice(1), initiativeOf({ id: "d" })], places: { b: 2, d: 1 } }),
      [{ initiative: "a", state: "verified" }],
    );
    expect(moves.map(({ initiative, direction, why }) => [initiative, direction, why])).toEqual([
      ["d", "new", "Found since version 1."],
      ["a", "gone", "Done: a scan verified it."],
    ]);
  });

  const why = (told: Partial<Parameters<typeof yearOf>[0]>, progress: Parameters<typeof compareRoadmaps>[2] = []) =>
    compareRoadmaps(before, later(told), progress).moves.find(({ initiative }) => initiative === "b")?.why;

  test("says why, the plainest reason first", () => {
    const started = [{ initiative: "b", state: "started" as const }];
    expect(why({ places: { a: 1, b: 1 } }, started)).toBe("It is being worked on, so it comes first.");
    const dearer = all.map((each) => (each.id === "b" ? initiativeOf({ id: "b", bySkill: { platform: 9 } }) : each));
    expect(why({ places: { a: 1, b: 3 }, initiatives: dearer })).toBe("It takes 9 days instead of 5.");
    const waiting = all.map((each) => (each.id === "b" ? { ...each, after: ["a"] } : each));
    expect(why({ places: { a: 3, b: 3 }, initiatives: waiting })).toBe("It waits for “Do a”, which moved back too.");
    const capacity = { platform: [10, 4, 10, 10] };
    expect(why({ places: { a: 1, b: 3 }, capacity })).toBe("Platform has 4 days in Q2 instead of 10.");
    expect(why({ places: { a: 1, b: 1 }, capacity: { platform: [20, 10, 10, 10] } })).toBe(
      "Platform has 20 days in Q1 instead of 10.",
    );
    expect(why({ places: { a: 1, b: 3, c: 2 } })).toBe("“Do c” takes its days in Q2.");
    expect(why({ places: { a: 1, b: 3 } })).toBe("The order that removes the most risk has it there.");
    expect(why({ places: { b: 1 } })).toBe("There is room for it now.");
  });
});
