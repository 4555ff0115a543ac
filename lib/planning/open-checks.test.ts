import fc from "fast-check";
import { expect, test } from "vitest";
import type { CheckTally } from "#lib/checks/result.ts";
import { openChecks } from "./open-checks.ts";
import { verifyClaim } from "./verify-claim.ts";

const tally = (check: string, pass: number, fail: number) => ({ check, pass, fail }) as CheckTally;

test("names what fails and what could not look, by cluster", () => {
  expect(
    openChecks(
      ["a", "b"],
      [
        { name: "prod", tallies: [tally("a", 1, 3), tally("b", 2, 0)] },
        { name: "edge", tallies: [tally("a", 5, 0)] },
      ],
    ),
  ).toEqual([
    { check: "a", cluster: "prod", fails: 3 },
    { check: "b", cluster: "edge", fails: 0 },
  ]);
});

test("is empty exactly where a claim is verified", () => {
  const tallies = fc.array(
    fc.tuple(fc.constantFrom("a", "b"), fc.nat(1), fc.nat(1)).map(([check, pass, fail]) => tally(check, pass, fail)),
  );
  fc.assert(
    fc.property(fc.array(tallies, { minLength: 1, maxLength: 3 }), (clusters) => {
      const open = openChecks(
        ["a", "b"],
        clusters.map((own, at) => ({ name: String(at), tallies: own })),
      );
      expect(verifyClaim("claimed", ["a", "b"], clusters)).toBe(open.length === 0 ? "verified" : "claimed");
    }),
  );
});
