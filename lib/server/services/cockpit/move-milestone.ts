import { CockpitMilestone } from "#lib/contracts/inputs.ts";
import { storeMovedMilestone } from "#lib/server/db/cockpit.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { verb } from "../verb.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";

/** Moves a milestone to another day, or puts it back. */
export const moveMilestone = verb(
  {
    name: "cockpit.move-milestone",
    may: "cockpit.write",
    input: CockpitMilestone,
    writes: ({ assessment, milestone, on }) => ({ subject: assessment, details: { milestone, on } }),
  },
  async (work, { assessment, milestone, on }, member) => {
    await requireUnsigned(work, assessment);
    await storeMovedMilestone(
      work,
      member.organizationId,
      assessment,
      { milestone, on },
      { by: member.userId, at: now() },
    );
    return { on };
  },
);
