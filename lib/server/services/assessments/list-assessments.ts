import { Nothing } from "#lib/contracts/inputs.ts";
import { listAssessments as loadAssessments } from "#lib/server/db/assessments.ts";
import type { AssessmentState } from "#lib/workflow/states.ts";
import { verb } from "../verb.ts";

export type AssessmentLine = {
  id: string;
  name: string;
  startsOn: string;
  state: AssessmentState;
  clusters: { id: string; name: string }[];
};

export const listAssessments = verb(
  { name: "assessments.list-assessments", may: "assessments.read", input: Nothing },
  async (work): Promise<AssessmentLine[]> =>
    (await loadAssessments(work)).map(({ id, name, startsOn, state, clusters }) => ({
      id,
      name,
      startsOn,
      state,
      clusters: clusters.map((cluster) => ({ id: cluster.id, name: cluster.name })),
    })),
);
