import { NewAssessment } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { addAssessment, findAssessment, isAssessmentNameTaken } from "#lib/server/db/assessments.ts";
import { carryAnswers } from "#lib/server/db/carried-answers.ts";
import { findCluster } from "#lib/server/db/clusters.ts";
import { notFound, verb } from "../verb.ts";
import { appendToLog } from "../workflow/append-to-log.ts";

export const createAssessment = verb(
  {
    name: "assessments.create-assessment",
    may: "assessments.write",
    input: NewAssessment,
    writes: (input, output: { assessment: string; carried: number }) => ({
      subject: output.assessment,
      details: { name: input.name, clusters: input.clusters.length, carried: output.carried },
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
    const from = input.carryFrom === null ? null : await findAssessment(work, input.carryFrom);
    if (input.carryFrom !== null && !from) throw notFound();
    const assessment = await addAssessment(work, member.organizationId, {
      name: input.name,
      startsOn: input.startsOn,
      clusters,
      createdBy: member.userId,
    });
    const carried = from ? await carryAnswers(work, member.organizationId, from, assessment) : 0;
    if (from)
      await appendToLog(work, member, assessment, "answers.carried", { from: from.id, name: from.name, carried });
    return { assessment, carried };
  },
);
