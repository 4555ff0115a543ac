import { can } from "#lib/access/permissions.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { areAnswersOpen } from "#lib/workflow/steps.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { verb } from "../verb.ts";

/** What there is to export, and whether a file may come back. */
export const readExchange = verb(
  { name: "exchange.read-exchange", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const { assessment, catalogue, answers } = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    return {
      assessment: { id: assessment.id, name: assessment.name },
      questions: catalogue.asked.length,
      answered: answers.length,
      mayImport: can(member.role, "answers.write") && areAnswersOpen(assessment.state),
      mayExport: can(member.role, "report.export"),
    };
  },
);
