import fc from "fast-check";
import { expect, test } from "vitest";
import type { Decision } from "./decision.ts";
import type { Disagreement } from "./disagreement.ts";
import { drawLedger, openContradictions } from "./ledger.ts";

const TODAY = "2026-11-23";
const differ = (told: Partial<Disagreement> = {}): Disagreement => ({
  clusterId: "harbor",
  clusterName: "Harbor",
  control: "no-root",
  claimed: 4,
  seen: 1,
  sentence: "The answer says enforced and verified; the scan shows 14 of 31 workloads that are not.",
  affected: 14,
  failing: ["run-as-root"],
  ...told,
});
const decide = (told: Partial<Decision> = {}): Decision => {
  const { clusterName: _, ...of } = differ();
  return {
    ...of,
    number: 1,
    kind: "keep-claim",
    reason: "the scan is older than the fix",
    scope: "",
    until: null,
    by: "Ada",
    at: TODAY,
    ...told,
  };
};
const standing = (now: Disagreement, ...decisions: Decision[]) => drawLedger([now], decisions, TODAY)[0]?.standing;

test("a contradiction is open until somebody decides about it", () => {
  expect(standing(differ())).toEqual({ is: "open", because: "new" });
  expect(standing(differ(), decide())).toEqual({ is: "settled" });
  expect(standing(differ(), decide({ kind: "scope-differs", scope: "production only", until: "2026-11-24" }))).toEqual({
    is: "settled",
  });
  expect(standing(differ(), decide(), decide({ number: 2, kind: "reopened" }))).toEqual({
    is: "open",
    because: "taken-back",
  });
});

test("it opens again by itself when the claim, the level seen, the failing checks or their number change, and when its day comes", () => {
  expect(standing(differ({ claimed: 3 }), decide())).toEqual({ is: "open", because: "claim-changed" });
  expect(standing(differ({ seen: 0 }), decide())).toEqual({ is: "open", because: "evidence-changed" });
  expect(standing(differ({ failing: ["run-as-root", "host-pid"] }), decide())).toEqual({
    is: "open",
    because: "evidence-changed",
  });
  expect(standing(differ({ affected: 15 }), decide())).toEqual({ is: "open", because: "more-fails" });
  expect(standing(differ(), decide({ until: TODAY }))).toEqual({ is: "open", because: "time-is-up" });
  expect(standing(differ(), decide({ kind: "take-evidence" }))).toEqual({ is: "open", because: "evidence-changed" });
});

test("it stays settled when less fails than then, and a decision about one cluster says nothing of another", () => {
  expect(standing(differ({ affected: 2, sentence: "fewer" }), decide())).toEqual({ is: "settled" });
  expect(standing(differ({ clusterId: "island" }), decide())).toEqual({ is: "open", because: "new" });
});

test("what no longer differs keeps its decisions", () => {
  const [line, ...rest] = drawLedger([], [decide({ kind: "take-evidence" }), decide({ number: 2 })], TODAY);
  expect(rest).toEqual([]);
  expect(line).toMatchObject({ now: null, standing: { is: "gone" }, control: "no-root" });
  expect(line?.decisions.map(({ number }) => number)).toEqual([2, 1]);
});

const places = fc.record({ clusterId: fc.constantFrom("a", "b"), control: fc.constantFrom("x", "y", "z") });
const looks = fc.record({
  claimed: fc.constantFrom(2 as const, 3 as const, 4 as const),
  seen: fc.constantFrom(0 as const, 1 as const),
  affected: fc.integer({ min: 1, max: 3 }),
  failing: fc.subarray(["c1", "c2"]),
});
const disagreements = fc
  .uniqueArray(fc.tuple(places, looks), { selector: ([{ clusterId, control }]) => `${clusterId} ${control}` })
  .map((all) => all.map(([place, look]) => differ({ ...place, ...look })));
const decisions = fc
  .array(
    fc.tuple(
      places,
      looks,
      fc.constantFrom("keep-claim" as const, "scope-differs" as const, "reopened" as const),
      fc.constantFrom(null, "2026-11-23", "2026-12-01"),
    ),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(([place, look, kind, until], at) => decide({ ...place, ...look, kind, until, number: at + 1 })),
  );

test("nothing is lost: every disagreement has one line, every decision stands in one, whatever the order", () => {
  fc.assert(
    fc.property(disagreements, decisions, fc.func(fc.integer()), (now, told, rank) => {
      const lines = drawLedger(now, told, TODAY);
      expect(lines.filter((line) => line.now).map((line) => line.now)).toEqual(now);
      expect(lines.flatMap((line) => line.decisions).length).toBe(told.length);
      const shuffled = told.toSorted((a, b) => rank(a.number) - rank(b.number));
      expect(drawLedger(now, shuffled, TODAY)).toEqual(lines);
      const settled = lines.filter((line) => line.standing.is === "settled");
      for (const {
        now: seen,
        decisions: [last],
      } of settled) {
        expect([last?.claimed, last?.seen, last?.failing]).toEqual([seen?.claimed, seen?.seen, seen?.failing]);
        expect(last?.kind).not.toBe("reopened");
      }
      expect(openContradictions(now, told, TODAY).length).toBe(now.length - settled.length);
    }),
    { numRuns: 500 },
  );
});

test("deciding about what is open settles it, and only that", () => {
  fc.assert(
    fc.property(disagreements, decisions, (now, told) => {
      const before = openContradictions(now, told, TODAY);
      const [first] = before;
      if (!first) return;
      const { clusterName: _, ...of } = first;
      const after = openContradictions(now, [...told, { ...decide(), ...of, number: told.length + 1 }], TODAY);
      expect(after).toEqual(before.slice(1));
    }),
    { numRuns: 300 },
  );
});
