import { RunOf } from "#lib/contracts/inputs.ts";
import { verb } from "../verb.ts";
import { cancelRunOf } from "./planning-runs.ts";

/** Stops a planning run of the organization. It stores nothing, so there is nothing to put into the audit trail. */
export const cancelRun = verb(
  { name: "roadmaps.cancel-run", may: "roadmap.plan", input: RunOf },
  async (_, { run }, member) => ({ cancelled: cancelRunOf(run, member.organizationId) }),
);
