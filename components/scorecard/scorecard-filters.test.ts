import { describe, expect, test } from "vitest";
import { initiativeOf } from "#lib/planning/initiative.fixture.ts";
import { choicesOf, FILTERS, type Filters, matches, readIds } from "./scorecard-filters.ts";

const NONE = Object.fromEntries(FILTERS.map((filter) => [filter, null])) as Filters;
const initiatives = [
  initiativeOf({ id: "a", layer: "cloud", clusters: ["c1", "c2"], skill: "cloud", quadrant: "do now" }),
  initiativeOf({ id: "b", layer: "cluster", clusters: ["c1"], skill: "platform", quadrant: "do now" }),
  initiativeOf({ id: "c", layer: "cluster", clusters: ["c2"], skill: "platform", quadrant: "fill in" }),
];
const shown = (filters: Partial<Filters>) =>
  initiatives.filter((each) => matches(each, { ...NONE, ...filters })).map(({ id }) => id);

describe("filters of the scorecard", () => {
  test("narrow together, and of several values one is enough", () => {
    expect(shown({})).toEqual(["a", "b", "c"]);
    expect(shown({ cluster: "c2" })).toEqual(["a", "c"]);
    expect(shown({ cluster: "c2", skill: "platform" })).toEqual(["c"]);
    expect(shown({ layer: "code" })).toEqual([]);
  });

  test("offer what there is, with what each would leave", () => {
    const chosen = { ...NONE, cluster: "c2" };
    expect(choicesOf(initiatives, chosen, "layer")).toEqual([
      { value: "cloud", count: 1 },
      { value: "cluster", count: 1 },
    ]);
    // Its own choice does not count against the others.
    expect(choicesOf(initiatives, chosen, "cluster")).toEqual([
      { value: "c1", count: 2 },
      { value: "c2", count: 2 },
    ]);
  });
});

test("ids of the address are read once each", () => {
  expect([readIds(null), readIds(""), readIds("a,b,,a")]).toEqual([[], [], ["a", "b"]]);
});
