import { expect, test } from "vitest";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import { nextInitiatives, worthFirst } from "./next-initiatives.ts";

const initiative = (id: string, more: Partial<Initiative> = {}) =>
  ({ id, title: id, risk: 10, quadrant: "do now", ...more }) as Initiative;
const item = (id: string, quarter: number, startWeek: number, endWeek: number, owner: string | null = null) => ({
  initiative: id,
  quarter,
  startWeek,
  endWeek,
  owner,
});
const plan = (quarter: number, startsOn: string, endsOn: string, items: ReturnType<typeof item>[]) => ({
  quarter,
  startsOn,
  endsOn,
  items,
});
const roadmap = {
  plans: [
    plan(1, "2027-02-01", "2027-05-02", [item("b", 1, 1, 6), item("a", 1, 1, 2, "Mira"), item("c", 1, 5, 9)]),
    plan(2, "2027-05-03", "2027-08-01", [item("d", 2, 1, 3)]),
  ],
} as unknown as Roadmap;
const all = ["a", "b", "c", "d"].map((id) => initiative(id));
const row = (id: string, state: "verified" | "claimed", owner: string | null = null) => ({
  initiative: id,
  state,
  ownerId: null,
  owner,
  verifiedAt: null,
});

test("the first of these 90 days by date, with owner, date and how late", () => {
  const next = nextInitiatives(roadmap, all, [], "2027-02-20T08:00:00Z");
  expect(next.map(({ initiative: { id }, owner, due, late }) => [id, owner, due, late])).toEqual([
    ["a", "Mira", "2027-02-14", 6],
    ["b", null, "2027-03-14", 0],
    ["c", null, "2027-04-04", 0],
  ]);
});

test("what a scan verified is done; a claim is not; the next plan fills up", () => {
  const next = nextInitiatives(
    roadmap,
    all,
    [row("a", "verified"), row("b", "claimed", "Jonas")],
    "2027-02-20T08:00:00Z",
  );
  expect(next.map(({ initiative: { id }, owner, state }) => [id, owner, state])).toEqual([
    ["b", "Jonas", "claimed"],
    ["c", null, "planned"],
    ["d", null, "planned"],
  ]);
});

test("before the year the first plan counts, after it the last", () => {
  expect(nextInitiatives(roadmap, all, [], "2026-12-01T00:00:00Z").map(({ initiative: { id } }) => id)).toEqual([
    "a",
    "b",
    "c",
  ]);
  expect(nextInitiatives(roadmap, all, [], "2028-12-01T00:00:00Z").map(({ initiative: { id } }) => id)).toEqual(["d"]);
});

test("without a roadmap: do now before plan well, more risk first", () => {
  const some = [
    initiative("x", { quadrant: "plan well", risk: 90 }),
    initiative("y", { risk: 5 }),
    initiative("z", { risk: 20 }),
  ];
  expect(worthFirst(some, 2).map(({ id }) => id)).toEqual(["z", "y"]);
});
