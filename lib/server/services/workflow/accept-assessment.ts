import { AssessmentId } from "#lib/contracts/inputs.ts";
import { verb } from "../verb.ts";
import { takeStep } from "./take-step.ts";

/** Accepts an assessment once somebody other than its author has accepted each answer; its answers are closed then. */
export const acceptAssessment = verb(
  {
    name: "workflow.accept-assessment",
    may: "answers.review",
    input: AssessmentId,
    writes: (input) => ({ subject: input.assessment }),
  },
  (work, input, member) => takeStep(work, member, input.assessment, "accept"),
);
