import { mayReviewAnswer, type ReviewedQuestion, type ReviewStanding, standingOf } from "./answers-under-review.ts";
import type { AssessmentState } from "./states.ts";

export const STEPS = ["submit", "request-changes", "accept", "sign"] as const;
export type Step = (typeof STEPS)[number];

/** From which states a step leads where, and the permission that it takes. Nothing leads out of "signed". */
export const WAYS = {
  submit: { from: ["draft", "changes-requested"], to: "submitted", may: "answers.write" },
  "request-changes": { from: ["submitted", "accepted"], to: "changes-requested", may: "answers.review" },
  accept: { from: ["submitted"], to: "accepted", may: "answers.review" },
  sign: { from: ["accepted"], to: "signed", may: "assessments.sign" },
} as const satisfies Record<Step, { from: readonly AssessmentState[]; to: AssessmentState; may: string }>;

/** What a step is decided by. */
export type Facts = {
  state: AssessmentState;
  questions: readonly ReviewedQuestion[];
  /** Ids of the members who may review. */
  reviewers: readonly string[];
  /** Contradictions between answers and evidence that nobody has settled. */
  openContradictions: number;
};

/** What stands in the way of a step. `questions` are the ids of those that it is about. */
export type Blocker =
  | { kind: "state"; state: AssessmentState }
  | { kind: "nothing-answered" }
  | { kind: "unanswered" | "unreviewed" | "changes-requested"; questions: string[] }
  /** Nobody but their author could review these answers. */
  | { kind: "no-second-person"; questions: string[] }
  | { kind: "no-reason" }
  | { kind: "contradictions"; count: number };

/** The step that comes next; null when the assessment is signed. */
export function nextStep(state: AssessmentState): Step | null {
  const next = { draft: "submit", "changes-requested": "submit", submitted: "accept", accepted: "sign", signed: null };
  return next[state] as Step | null;
}

/** Everything that blocks a step, in the order in which to do something about it; empty: it can be taken. */
export function blockersOf(step: Step, facts: Facts, reason = ""): Blocker[] {
  const { state } = facts;
  if (!(WAYS[step].from as readonly AssessmentState[]).includes(state)) return [{ kind: "state", state }];
  const idsOf = (...standings: ReviewStanding[]) =>
    facts.questions.filter((one) => standings.includes(standingOf(one))).map(({ question }) => question);
  const of = (kind: "unanswered" | "unreviewed" | "changes-requested", questions: string[]): Blocker[] =>
    questions.length > 0 ? [{ kind, questions }] : [];
  const changes = of("changes-requested", idsOf("changes-requested"));
  if (step === "request-changes") return changes.length > 0 || reason.trim() !== "" ? [] : [{ kind: "no-reason" }];
  if (step === "submit") {
    const none = facts.questions.every(({ answer }) => answer === null);
    return [
      ...(none ? [{ kind: "nothing-answered" } as const] : []),
      ...of("unanswered", idsOf("unanswered")),
      ...changes,
    ];
  }
  const { alone, others } = unreviewed(facts);
  const review: Blocker[] = [
    ...(alone.length > 0 ? [{ kind: "no-second-person", questions: alone } as const] : []),
    ...of("unanswered", idsOf("unanswered")),
    ...of("unreviewed", others),
    ...changes,
  ];
  if (step === "accept") return review;
  const count = facts.openContradictions;
  return [...review, ...(count > 0 ? [{ kind: "contradictions", count } as const] : [])];
}

/** Where a step leads, or what blocks it. */
export function takeStep(
  step: Step,
  facts: Facts,
  reason = "",
): { to: AssessmentState; blockers: [] } | { to: null; blockers: Blocker[] } {
  const blockers = blockersOf(step, facts, reason);
  return blockers.length > 0 ? { to: null, blockers } : { to: WAYS[step].to, blockers: [] };
}

/** Answers that wait for a review: those that only their author could review, and the others. */
function unreviewed({ questions, reviewers }: Facts): { alone: string[]; others: string[] } {
  const [alone, others]: [string[], string[]] = [[], []];
  for (const one of questions) {
    if (!["unreviewed", "revised"].includes(standingOf(one))) continue;
    const other = reviewers.some((reviewer) => mayReviewAnswer(one, reviewer));
    (other ? others : alone).push(one.question);
  }
  return { alone, others };
}

/** Whether answers can be written in a state: what was accepted is opened again by requesting changes. */
export function areAnswersOpen(state: AssessmentState): boolean {
  return state !== "accepted" && state !== "signed";
}
