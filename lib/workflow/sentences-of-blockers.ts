import type { AssessmentState } from "./states.ts";
import type { Blocker, Step } from "./steps.ts";

/** A state as people call it. */
export const STATE_NAMES: Record<AssessmentState, string> = {
  draft: "Draft",
  submitted: "Submitted",
  "changes-requested": "Changes requested",
  accepted: "Accepted",
  signed: "Signed",
};

/** What a step's button says. */
export const STEP_NAMES: Record<Step, string> = {
  submit: "Submit for review",
  "request-changes": "Request changes",
  accept: "Accept the assessment",
  sign: "Sign the assessment",
};

const OUT_OF_PLACE: Record<Step, string> = {
  submit: "Only a draft, or one sent back for changes, can be submitted",
  "request-changes": "Changes can be requested of what is submitted or accepted",
  accept: "Only what is submitted can be accepted",
  sign: "Only what is accepted can be signed",
};

/** What stands in the way of a step, as a sentence with its full stop. */
export function sayBlocker(blocker: Blocker, step: Step): string {
  switch (blocker.kind) {
    case "state":
      return `${OUT_OF_PLACE[step]}; this assessment is ${STATE_NAMES[blocker.state].toLowerCase()}.`;
    case "nothing-answered":
      return "No question is answered yet.";
    case "unanswered":
      return `${questions(blocker.questions.length)} ${isOrAre(blocker.questions)} neither answered nor left open with a reason.`;
    case "unreviewed":
      return `${answers(blocker.questions.length)} ${blocker.questions.length === 1 ? "waits" : "wait"} for a review by somebody other than the author.`;
    case "changes-requested":
      return `${answers(blocker.questions.length)} ${isOrAre(blocker.questions)} to be changed before this goes on.`;
    case "no-second-person":
      return `Nobody but the author can review ${answers(blocker.questions.length)}. Nobody approves their own: ask an admin to add a second person who may review, a colleague or a consultant; two hours of theirs are enough.`;
    case "no-reason":
      return "Say what is to be changed, or request changes of single answers.";
    case "contradictions":
      return blocker.count === 1
        ? "1 contradiction between an answer and the evidence is not settled."
        : `${blocker.count} contradictions between answers and evidence are not settled.`;
  }
}

const answers = (count: number) => (count === 1 ? "1 answer" : `${count} answers`);
const questions = (count: number) => (count === 1 ? "1 question" : `${count} questions`);
const isOrAre = (of: readonly unknown[]) => (of.length === 1 ? "is" : "are");
