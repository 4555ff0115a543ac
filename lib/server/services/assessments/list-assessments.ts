import { Nothing } from "#lib/contracts/inputs.ts";
import { listAssessments as loadAssessments } from "#lib/server/db/assessments.ts";
import { verb } from "../verb.ts";

export type AssessmentLine = { id: string; name: string; startsOn: string; clusters: { id: string; name: string }[] };

export const listAssessments = verb(
  { name: "assessments.list-assessments", may: "assessments.read", input: Nothing },
  async (work): Promise<AssessmentLine[]> =>
    (await loadAssessments(work)).map(({ id, name, startsOn, clusters }) => ({
      id,
      name,
      startsOn,
      clusters: clusters.map((cluster) => ({ id: cluster.id, name: cluster.name })),
    })),
);
