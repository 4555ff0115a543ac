import { ReasonOfStep } from "#lib/contracts/inputs.ts";
import { verb } from "../verb.ts";
import { takeStep } from "./take-step.ts";

/** Sends an assessment back to those who answer, with a reason or with answers that are to be changed. */
export const requestChanges = verb(
  {
    name: "workflow.request-changes",
    may: "answers.review",
    input: ReasonOfStep,
    writes: (input) => ({ subject: input.assessment, details: { reason: input.reason } }),
  },
  (work, input, member) => takeStep(work, member, input.assessment, "request-changes", input.reason),
);
