import { AssessmentId } from "#lib/contracts/inputs.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { verb } from "../verb.ts";

export const readFindings = verb(
  { name: "findings.read-findings", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const { assessment, findings } = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    return { assessment: { id: assessment.id, name: assessment.name }, findings };
  },
);
