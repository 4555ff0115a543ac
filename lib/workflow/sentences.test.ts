import { describe, expect, it } from "vitest";
import { sayBlocker } from "./sentences-of-blockers.ts";
import { sayEntry } from "./sentences-of-log.ts";
import { sayReview } from "./sentences-of-review.ts";

describe("what people read of the workflow", () => {
  it("says what blocks a step, one or many", () => {
    expect(sayBlocker({ kind: "unanswered", questions: ["a"] }, "submit")).toBe(
      "1 question is neither answered nor left open with a reason.",
    );
    expect(sayBlocker({ kind: "unreviewed", questions: ["a", "b"] }, "accept")).toBe(
      "2 answers wait for a review by somebody other than the author.",
    );
    expect(sayBlocker({ kind: "contradictions", count: 3 }, "sign")).toContain("3 contradictions");
    expect(sayBlocker({ kind: "state", state: "draft" }, "sign")).toBe(
      "Only what is accepted can be signed; this assessment is draft.",
    );
    expect(sayBlocker({ kind: "no-second-person", questions: ["a"] }, "accept")).toContain("add a second person");
  });

  it("tells entries of the log, and unknown kinds by their own words", () => {
    expect(sayEntry("assessment.submitted", { answers: 149, leftOpen: 1 })).toBe(
      "submitted the assessment with 149 answers, 1 question left open",
    );
    expect(sayEntry("answer.changes-requested", { question: "q1", version: 2, reason: "which cluster?" })).toBe(
      'requested changes of the answer to q1, version 2: "which cluster?"',
    );
    expect(sayEntry("contradiction.settled", { control: "etcd", deep: { a: 1 }, decision: "take-evidence" })).toBe(
      "contradiction settled: control etcd, decision take-evidence",
    );
    expect(sayEntry("reminders.sent", { to: ["Ada", "Bo", "Cy"] })).toBe("reminded Ada, Bo and Cy of late answers");
    expect(sayEntry("thing.done", {})).toBe("thing done");
  });

  it("says in the title how far it is", () => {
    const say = (
      state: Parameters<typeof sayReview>[0]["state"],
      standings: Parameters<typeof sayReview>[0]["standings"],
      blockers = 0,
    ) => sayReview({ state, standings, blockers, signedBy: "Lena" });
    expect(say("draft", ["unanswered", "accepted"], 1)).toBe("This draft lacks 1 answer before it can be submitted");
    expect(say("draft", ["unreviewed"])).toBe("This draft has all its answers and can be submitted");
    expect(say("submitted", ["unreviewed", "accepted"], 1)).toBe("1 of 2 answers waits for a review");
    expect(say("submitted", ["accepted"])).toBe("Every answer is accepted, and so can be the assessment");
    expect(say("changes-requested", ["changes-requested"], 1)).toBe("Sent back: 1 answer is to be changed");
    expect(say("accepted", ["accepted"])).toBe("Accepted, and ready to be signed");
    expect(say("signed", [])).toBe("Signed by Lena, and frozen since");
  });
});
