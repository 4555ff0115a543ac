import { AssessmentId } from "#lib/contracts/inputs.ts";
import { listLogEntries } from "#lib/server/db/assessment-log.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { notFound, verb } from "../verb.ts";

/** The log of an assessment as JSON lines, one entry each; `npm run verify-log` reads it. */
export const exportLog = verb(
  { name: "workflow.export-log", may: "report.export", input: AssessmentId },
  async (work, input) => {
    const assessment = await findAssessment(work, input.assessment);
    if (!assessment) throw notFound();
    const entries = await listLogEntries(work, assessment.id);
    return {
      fileName: `log-${assessment.id}.jsonl`,
      lines: entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""),
    };
  },
);
