import { NewAssessment } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { addAssessment, isAssessmentNameTaken } from "#lib/server/db/assessments.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { notFound, verb } from "../verb.ts";

export const createAssessment = verb(
  {
    name: "assessments.create-assessment",
    may: "assessments.write",
    input: NewAssessment,
    writes: (input, output: { assessment: string }) => ({
      subject: output.assessment,
      details: { name: input.name, clusters: input.clusters.length },
    }),
  },
  async (work, input, member) => {
    const clusters = [...new Set(input.clusters)];
    for (const cluster of clusters) if (!(await findCluster(work, cluster))) throw notFound();
    if (await isAssessmentNameTaken(work, input.name)) {
      throw new Refusal("conflict", `An assessment named ${input.name} exists already.`, {
        detail: "Nothing was stored.",
        fields: { name: "Choose a name that no other assessment has" },
      });
    }
    return {
      assessment: await addAssessment(work, member.organizationId, {
        name: input.name,
        startsOn: input.startsOn,
        clusters,
        createdBy: member.userId,
      }),
    };
  },
);
