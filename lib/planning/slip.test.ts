import { expect, test } from "vitest";
import { initiativeOf } from "./initiative.fixture.ts";
import { daysToVerified, medianOf, slipAgainst } from "./slip.ts";
import { yearOf } from "./year.fixture.ts";

const all = ["done", "early", "late", "left", "moved", "vanished", "still"].map((id) => initiativeOf({ id }));
const places = { done: 1, early: 2, late: 1, left: 1, moved: 1, vanished: 1, still: 4 };
const actual = { claimedAt: null, verifiedAt: null };

test("each promise of the baseline beside what became of it, most late first", () => {
  const baseline = yearOf({ initiatives: all, places });
  const newest = yearOf({
    version: 2,
    initiatives: all.filter(({ id }) => id !== "vanished" && id !== "done"),
    places: { early: 2, late: 1, moved: 2, still: 4 },
  });
  const rows = slipAgainst(
    baseline,
    newest,
    [
      { ...actual, initiative: "done", state: "verified", verifiedAt: "2026-01-21T10:00:00Z" },
      { ...actual, initiative: "early", state: "verified", verifiedAt: "2026-02-01T10:00:00Z" },
      { ...actual, initiative: "late", state: "started" },
    ],
    "2026-02-01T09:00:00Z",
  );
  // Two weeks from 5 January end on the 18th, from 6 April on the 19th.
  expect(rows.map(({ initiative, promised, ends, days, state }) => [initiative, promised, ends, days, state])).toEqual([
    ["left", "2026-01-18", null, null, "planned"],
    ["moved", "2026-01-18", "2026-04-19", 91, "planned"],
    ["late", "2026-01-18", "2026-02-01", 14, "started"],
    ["done", "2026-01-18", "2026-01-21", 3, "verified"],
    ["still", "2026-10-18", "2026-10-18", 0, "planned"],
    ["early", "2026-04-19", "2026-02-01", -77, "verified"],
  ]);
});

test("time to verified counts what a scan agreed to", () => {
  const days = daysToVerified([
    { initiative: "a", state: "verified", claimedAt: "2026-01-01T00:00:00Z", verifiedAt: "2026-01-04T12:00:00Z" },
    { initiative: "b", state: "verified", claimedAt: "2026-01-01T00:00:00Z", verifiedAt: "2026-01-02T00:00:00Z" },
    { initiative: "c", state: "claimed", claimedAt: "2026-01-01T00:00:00Z", verifiedAt: null },
    { initiative: "d", state: "reopened", claimedAt: "2026-01-01T00:00:00Z", verifiedAt: "2026-01-09T00:00:00Z" },
  ]);
  expect(days).toEqual([1, 3.5]);
  expect([medianOf([]), medianOf([1, 3.5]), medianOf([1, 2, 9])]).toEqual([null, 2.25, 2]);
});
