import { RunOf } from "#lib/contracts/inputs.ts";
import { verb } from "../verb.ts";
import { progressOfRun } from "./planning-runs.ts";

/** How far a planning run is; null while nothing is known of it. */
export const readRun = verb(
  { name: "roadmaps.read-run", may: "roadmap.plan", input: RunOf },
  async (_, { run }, member) => ({ progress: progressOfRun(run, member.organizationId) }),
);
