import { describe, expect, test } from "vitest";
import { initiativeOf } from "./initiative.fixture.ts";
import { inFlightOf, placesOf, stillToDo } from "./places-of.ts";
import { yearOf } from "./year.fixture.ts";

const phase = (remedy: string, number: number, of: number) =>
  initiativeOf({ id: `${remedy}-${number}`, remedy, phase: { number, of } });

describe("where things stood before", () => {
  const year = yearOf({
    initiatives: ["a", "b", "c", "d"].map((id) => initiativeOf({ id })),
    places: { a: 1, b: 2, c: 4 },
  });

  test("is the same quarter in a year of the same start; what was left or is new stood nowhere", () => {
    expect(placesOf(year, [...year.initiatives, initiativeOf({ id: "new" })], "2026-01-05")).toEqual({
      a: 1,
      b: 2,
      c: 4,
    });
    // A fortnight later is the same quarter still.
    expect(placesOf(year, year.initiatives, "2026-01-19")).toEqual({ a: 1, b: 2, c: 4 });
  });

  test("goes by the calendar: half a year later, what was due is due first", () => {
    expect(placesOf(year, year.initiatives, "2026-07-06")).toEqual({ a: 1, b: 1, c: 2 });
  });

  test("phases stand where the part of the old ones stood that ends with them", () => {
    const halves = yearOf({ initiatives: [phase("a", 1, 2), phase("a", 2, 2)], places: { "a-1": 1, "a-2": 3 } });
    expect(placesOf(halves, [initiativeOf({ id: "a" })], "2026-01-05")).toEqual({ a: 3 });
    const quarters = [1, 2, 3, 4].map((number) => phase("a", number, 4));
    expect(placesOf(halves, quarters, "2026-01-05")).toEqual({ "a-1": 1, "a-2": 1, "a-3": 3, "a-4": 3 });
    const whole = yearOf({ initiatives: [initiativeOf({ id: "a" })], places: { a: 2 } });
    expect(placesOf(whole, [phase("a", 1, 2), phase("a", 2, 2)], "2026-01-05")).toEqual({ "a-1": 2, "a-2": 2 });
  });
});

test("what is being worked on is found by its id, or as the first phase that is left of the same work", () => {
  const before = [phase("a", 1, 2), phase("a", 2, 2), initiativeOf({ id: "b" }), initiativeOf({ id: "c" })];
  const progress = [
    { initiative: "a-2", state: "started" as const },
    { initiative: "b", state: "verified" as const },
    { initiative: "c", state: "reopened" as const },
    { initiative: "gone", state: "claimed" as const },
  ];
  expect(inFlightOf(progress, before, before)).toEqual(["a-2", "c"]);
  expect(inFlightOf(progress, before, [initiativeOf({ id: "a" }), initiativeOf({ id: "c" })])).toEqual(["a", "c"]);
});

test("what is verified is done, once every phase is", () => {
  const whole = ["a", "b", "c"].map((id) => initiativeOf({ id }));
  const before = [phase("a", 1, 2), phase("a", 2, 2), initiativeOf({ id: "b" }), initiativeOf({ id: "c" })];
  const verified = (...ids: string[]) => ids.map((initiative) => ({ initiative, state: "verified" as const }));
  const left = (...ids: string[]) => stillToDo(whole, verified(...ids), before).map(({ id }) => id);
  expect(left("a-1", "b")).toEqual(["a", "c"]);
  expect(left("a-1", "a-2")).toEqual(["b", "c"]);
  expect(stillToDo(whole, [{ initiative: "a", state: "claimed" }], before)).toHaveLength(3);
});
