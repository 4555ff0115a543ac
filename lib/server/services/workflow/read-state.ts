import { AssessmentId } from "#lib/contracts/inputs.ts";
import { findState } from "#lib/server/db/assessment-states.ts";
import { findSignature } from "#lib/server/db/signatures.ts";
import { notFound, verb } from "../verb.ts";

/** How far an assessment is, and who signed it: what stands at its head on every page. */
export const readState = verb(
  { name: "workflow.read-state", may: "assessments.read", input: AssessmentId },
  async (work, input) => {
    const state = await findState(work, input.assessment);
    if (!state) throw notFound();
    const signature = state === "signed" ? await findSignature(work, input.assessment) : null;
    return {
      state,
      signature: signature && { digest: signature.digest, by: signature.by, at: signature.at.toISOString() },
    };
  },
);
