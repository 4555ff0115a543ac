import { AssessmentId } from "#lib/contracts/inputs.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { notFound, verb } from "../verb.ts";

/** What the deliverables of an assessment would hold now. */
export const readDeliverables = verb(
  { name: "reports.read-deliverables", may: "report.export", input: AssessmentId },
  async (work, input) => {
    const assessment = await findAssessment(work, input.assessment);
    if (!assessment) throw notFound();
    const roadmap = await findLatestRoadmap(work, input.assessment);
    return {
      assessment: { id: assessment.id, name: assessment.name },
      version: roadmap?.version ?? null,
      initiatives: roadmap?.initiatives.length ?? 0,
    };
  },
);
