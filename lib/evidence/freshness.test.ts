import fc from "fast-check";
import { expect, test } from "vitest";
import { freshUntil, isStale } from "./freshness.ts";

const FRESHNESS = { scanMaxAgeDays: 30 };
const DAY = 86_400_000;
const NOW = Date.parse("2026-11-23T12:00:00Z");
const iso = (time: number) => new Date(time).toISOString();
const evidence = fc.array(
  fc.record({
    strength: fc.constantFrom("attested" as const, "reported" as const, "observed" as const),
    at: fc.integer({ min: NOW - 120 * DAY, max: NOW + DAY }).map(iso),
  }),
);

test("a scan ends after the days that were set, an answer after ninety", () => {
  const at = "2026-11-01T00:00:00Z";
  const ends = (strength: "observed" | "attested") => iso(freshUntil([{ strength, at }], at, FRESHNESS));
  expect([ends("observed"), ends("attested")]).toEqual(["2026-12-01T00:00:00.000Z", "2027-01-30T00:00:00.000Z"]);
  expect(freshUntil([{ strength: "observed", at: "2020-01-01T00:00:00Z" }], at, FRESHNESS)).toBe(
    Number.POSITIVE_INFINITY,
  );
});

test("until that moment, with it included, each piece is as fresh as now; right after it one is not", () => {
  fc.assert(
    fc.property(evidence, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const until = Math.min(freshUntil(all, iso(NOW), FRESHNESS), NOW + 200 * DAY);
      const staleAt = (time: number) => all.map((one) => isStale(one, iso(time), FRESHNESS));
      expect(staleAt(NOW + Math.floor((until - NOW) * share))).toEqual(staleAt(NOW));
      if (until < NOW + 200 * DAY) expect(staleAt(until + 1)).not.toEqual(staleAt(NOW));
    }),
  );
});
