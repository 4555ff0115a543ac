import { AssessmentId } from "#lib/contracts/inputs.ts";
import { verb } from "../verb.ts";
import { loadStanding } from "./load-standing.ts";

/** How the overall score came to be, down to each control: long, so that pages ask for it when somebody wants to see it. */
export const readDerivation = verb(
  { name: "assessments.read-derivation", may: "assessments.read", input: AssessmentId },
  async (work, input, member) =>
    (await loadStanding(work, input.assessment, member.scanMaxAgeDays)).card.overall.derivation,
);
