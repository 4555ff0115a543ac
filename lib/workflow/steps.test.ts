import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayReviewAnswer, type ReviewedQuestion, type ReviewVerdict, standingOf } from "./answers-under-review.ts";
import { STATES } from "./states.ts";
import { areAnswersOpen, blockersOf, type Facts, nextStep, STEPS, type Step, takeStep, WAYS } from "./steps.ts";

const answered = (question: string, by = "ada", version = 1): ReviewedQuestion => ({
  question,
  answer: { version, by },
  leftOpen: false,
  review: null,
});
const reviewed = (one: ReviewedQuestion, by: string, verdict: ReviewVerdict = "accepted"): ReviewedQuestion => ({
  ...one,
  review: { version: one.answer?.version ?? 0, verdict, by },
});
const unanswered: ReviewedQuestion = { question: "q", answer: null, leftOpen: false, review: null };
const facts = (told: Partial<Facts>): Facts => ({
  state: "draft",
  questions: [answered("q")],
  reviewers: ["ada", "ben"],
  openContradictions: 0,
  ...told,
});

describe("an answer under review", () => {
  it("stands accepted only in the version that somebody else accepted", () => {
    const accepted = reviewed(answered("q"), "ben");
    expect(standingOf(accepted)).toBe("accepted");
    expect(standingOf({ ...accepted, answer: { version: 2, by: "ada" } })).toBe("unreviewed");
    expect(standingOf(reviewed(answered("q"), "ada"))).toBe("unreviewed");
    expect(standingOf({ ...accepted, answer: { version: 1, by: "ben" } })).toBe("unreviewed");
    const asked = reviewed(answered("q"), "ben", "changes-requested");
    expect(standingOf(asked)).toBe("changes-requested");
    expect(standingOf({ ...asked, answer: { version: 2, by: "ada" } })).toBe("revised");
    expect(standingOf(unanswered)).toBe("unanswered");
    expect(standingOf({ ...unanswered, leftOpen: true })).toBe("left-open");
  });

  it("is reviewed by anybody but who wrote it", () => {
    expect([mayReviewAnswer(answered("q"), "ben"), mayReviewAnswer(answered("q"), "ada")]).toEqual([true, false]);
    expect(mayReviewAnswer(unanswered, "ben")).toBe(false);
  });
});

describe("a step", () => {
  it("is submitted when every question has an answer or a reason why not", () => {
    expect(blockersOf("submit", facts({ questions: [answered("a"), unanswered] }))).toEqual([
      { kind: "unanswered", questions: ["q"] },
    ]);
    expect(takeStep("submit", facts({ questions: [answered("a"), { ...unanswered, leftOpen: true }] })).to).toBe(
      "submitted",
    );
    expect(blockersOf("submit", facts({ questions: [{ ...unanswered, leftOpen: true }] }))).toEqual([
      { kind: "nothing-answered" },
    ]);
  });

  it("is not submitted again before what was asked for has changed", () => {
    const asked = reviewed(answered("q"), "ben", "changes-requested");
    const state = "changes-requested";
    expect(blockersOf("submit", facts({ state, questions: [asked] }))).toEqual([
      { kind: "changes-requested", questions: ["q"] },
    ]);
    const revised = { ...asked, answer: { version: 2, by: "ada" } };
    expect(takeStep("submit", facts({ state, questions: [revised] })).to).toBe("submitted");
  });

  it("sends back with a reason, or with answers that want changes", () => {
    const state = "submitted";
    expect(blockersOf("request-changes", facts({ state }))).toEqual([{ kind: "no-reason" }]);
    expect(takeStep("request-changes", facts({ state }), "the scope is missing").to).toBe("changes-requested");
    const asked = reviewed(answered("q"), "ben", "changes-requested");
    expect(takeStep("request-changes", facts({ state, questions: [asked] })).to).toBe("changes-requested");
  });

  it("tells who is alone that a second person is needed, apart from what others could review", () => {
    const state = "submitted";
    expect(blockersOf("accept", facts({ state, reviewers: ["ada"] }))).toEqual([
      { kind: "no-second-person", questions: ["q"] },
    ]);
    expect(blockersOf("accept", facts({ state }))).toEqual([{ kind: "unreviewed", questions: ["q"] }]);
  });

  it("is signed without open contradictions alone", () => {
    const questions = [reviewed(answered("q"), "ben")];
    expect(blockersOf("sign", facts({ state: "accepted", questions, openContradictions: 2 }))).toEqual([
      { kind: "contradictions", count: 2 },
    ]);
    expect(takeStep("sign", facts({ state: "accepted", questions })).to).toBe("signed");
  });

  it("leads to signed from accepted alone, and nothing leads out of signed", () => {
    expect(STEPS.filter((step) => WAYS[step].to === "signed")).toEqual(["sign"]);
    expect(WAYS.sign.from).toEqual(["accepted"]);
    expect(STEPS.filter((step) => (WAYS[step].from as readonly string[]).includes("signed"))).toEqual([]);
    expect(STATES.map(nextStep)).toEqual(["submit", "accept", "submit", "sign", null]);
    expect(STATES.filter(areAnswersOpen)).toEqual(["draft", "submitted", "changes-requested"]);
  });
});

type Action =
  | { do: "answer"; question: number; who: string }
  | { do: "leave-open"; question: number; who: string }
  | { do: "review"; question: number; who: string; verdict: ReviewVerdict }
  | { do: "step"; step: Step; reason: string }
  | { do: "contradict"; count: number };

const PEOPLE = ["ada", "ben", "cho"];
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("answer"), question: fc.nat(1), who: fc.constantFrom(...PEOPLE) }),
  },
  fc.record({ do: fc.constant("leave-open"), question: fc.nat(1), who: fc.constantFrom(...PEOPLE) }),
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("review"),
      question: fc.nat(1),
      who: fc.constantFrom(...PEOPLE),
      verdict: fc.constantFrom("accepted" as const, "accepted" as const, "changes-requested" as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("step"),
      step: fc.constantFrom(...STEPS),
      reason: fc.constantFrom("", "no"),
    }),
  },
  fc.record({ do: fc.constant("contradict"), count: fc.nat(1) }),
) as fc.Arbitrary<Action>;

/** What a diligent or careless crowd does to an assessment, by the rules of this room. */
function apply(now: Facts, act: Action): Facts {
  if (act.do === "contradict") return now.state === "signed" ? now : { ...now, openContradictions: act.count };
  if (act.do === "step") {
    const { to } = takeStep(act.step, now, act.reason);
    return to ? { ...now, state: to } : now;
  }
  if (!areAnswersOpen(now.state)) return now;
  const questions = now.questions.map((one, index): ReviewedQuestion => {
    if (index !== act.question) return one;
    if (act.do === "leave-open") return { ...one, leftOpen: true };
    if (act.do === "answer") return { ...one, answer: { version: (one.answer?.version ?? 0) + 1, by: act.who } };
    return mayReviewAnswer(one, act.who) ? reviewed(one, act.who, act.verdict) : one;
  });
  return { ...now, questions };
}

describe("whatever a crowd does", () => {
  it("nothing is signed around acceptance, nobody has approved their own answer, and what is signed stays", () => {
    let signed = 0;
    fc.assert(
      fc.property(fc.array(action, { minLength: 20, maxLength: 200 }), (acts) => {
        let now = facts({
          questions: ["a", "b"].map((question) => ({ ...unanswered, question })),
          reviewers: PEOPLE,
        });
        for (const act of acts) {
          const before = now;
          now = apply(before, act);
          if (before.state === "signed") expect(now).toEqual(before);
          if (now.state === "signed" && before.state !== "signed") {
            signed++;
            expect(before.state).toBe("accepted");
            expect(now.openContradictions).toBe(0);
          }
          if (now.state !== "accepted" && now.state !== "signed") continue;
          for (const { answer, leftOpen, review } of now.questions) {
            if (!answer) expect(leftOpen).toBe(true);
            else expect(review).toMatchObject({ version: answer.version, verdict: "accepted" });
            if (answer) expect(review?.by).not.toBe(answer.by);
          }
        }
      }),
      { numRuns: 1_500, seed: 7 },
    );
    expect(signed).toBeGreaterThan(20);
  });

  it("a person alone never gets an assessment accepted", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 80 }), (acts) => {
        let now = facts({ questions: [{ ...unanswered }], reviewers: ["ada"] });
        for (const act of acts) now = apply(now, "who" in act ? { ...act, who: "ada" } : act);
        expect(["accepted", "signed"]).not.toContain(now.state);
      }),
    );
  });
});
