import { AssessmentId } from "#lib/contracts/inputs.ts";
import { verb } from "../verb.ts";
import { takeStep } from "./take-step.ts";

/** Hands an assessment over to those who review it. */
export const submitAssessment = verb(
  {
    name: "workflow.submit-assessment",
    may: "answers.write",
    input: AssessmentId,
    writes: (input) => ({ subject: input.assessment }),
  },
  (work, input, member) => takeStep(work, member, input.assessment, "submit"),
);
