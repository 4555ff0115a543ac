import { expect, test } from "vitest";
import { sayDecision } from "./sentences-of-contradictions.ts";

const decided = { by: "A. Miller", at: "2027-02-03T10:00:00Z", reason: "", scope: "", until: null };

test("a decision says what, who, when, why and until when", () => {
  expect(sayDecision({ ...decided, kind: "take-evidence" })).toBe("Evidence taken by A. Miller on 3 Feb 2027.");
  expect(sayDecision({ ...decided, kind: "keep-claim", reason: "a known false alarm" })).toBe(
    "Claim kept by A. Miller on 3 Feb 2027: a known false alarm.",
  );
  expect(
    sayDecision({
      ...decided,
      kind: "scope-differs",
      scope: "production",
      reason: "Staging follows.",
      until: "2027-03-01",
    }),
  ).toBe(
    "Scope differs by A. Miller on 3 Feb 2027: the answer speaks about production; Staging follows. To be looked at again on 1 Mar 2027.",
  );
});
