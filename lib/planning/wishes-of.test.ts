import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#lib/presentation/dates.ts";
import { type DatedWish, wishesOf } from "./wishes-of.ts";

/** Quarters begin on 5 January, 6 April, 6 July and 5 October. */
const START = "2026-01-05";
const of = (notBefore: string | null, doneBy: string | null, startsOn = START) =>
  wishesOf([{ remedy: "a", notBefore, doneBy }], [{ id: "a", remedy: "a" }], startsOn).a;

describe("wishes by the calendar", () => {
  test("not before a day: the first quarter that begins on it or later", () => {
    expect(of("2026-04-06", null)).toEqual({ earliest: 2, latest: 4 });
    expect(of("2026-04-12", null)).toEqual({ earliest: 2, latest: 4 });
    expect(of("2026-04-13", null)).toEqual({ earliest: 3, latest: 4 });
    expect(of("2025-01-01", null)).toEqual({ earliest: 1, latest: 4 });
    expect(of("2027-06-01", null)).toEqual({ earliest: 5, latest: 4 });
  });

  test("done by a day: the last quarter that ends on it or before; what is over is wanted at once", () => {
    expect(of(null, "2026-07-05")).toEqual({ earliest: 1, latest: 2 });
    expect(of(null, "2026-06-28")).toEqual({ pin: 1 });
    expect(of(null, "2025-06-28")).toEqual({ pin: 1 });
    expect(of(null, "2027-06-01")).toEqual({ earliest: 1, latest: 4 });
  });

  test("both: a span, or one quarter", () => {
    expect(of("2026-04-06", "2026-10-04")).toEqual({ earliest: 2, latest: 3 });
    expect(of("2026-04-06", "2026-07-05")).toEqual({ pin: 2 });
    // A year that begins half a year later: the same days are other quarters.
    expect(of("2026-07-06", "2026-10-04", "2026-07-06")).toEqual({ pin: 1 });
  });

  test("every phase of the remedy, and nothing else", () => {
    const wish: DatedWish = { remedy: "a", notBefore: "2026-04-06", doneBy: null };
    const initiatives = ["a-1", "a-2", "b"].map((id) => ({ id, remedy: id.slice(0, 1) }));
    expect(Object.keys(wishesOf([wish], initiatives, START))).toEqual(["a-1", "a-2"]);
  });

  test("quarters follow the days: later days never mean earlier quarters", () => {
    const day = fc.nat(500).map((n) => addDays("2025-11-01", n));
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [first, second] = [one, other].toSorted() as [string, string];
        const earliest = (d: string) => of(d, null)?.earliest ?? of(d, null)?.pin ?? 1;
        const latest = (d: string) => of(null, d)?.latest ?? of(null, d)?.pin ?? 1;
        expect(earliest(first)).toBeLessThanOrEqual(earliest(second));
        expect(latest(first)).toBeLessThanOrEqual(latest(second));
      }),
    );
  });
});
