import { FURTHEST_DAYS } from "#lib/cockpit/calendar.ts";
import { CockpitMilestone } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { daysBetween } from "#lib/presentation/dates.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { storeMovedMilestone } from "#lib/server/db/cockpit.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";
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
    const of = await findAssessment(work, assessment);
    if (!of) throw notFound();
    if (on !== null && Math.abs(daysBetween(of.startsOn, on)) > FURTHEST_DAYS) {
      throw new Refusal("invalid-input", "That day is more than a year away from the start.", {
        detail: "The milestone stays where it was. Choose a day nearer to the start of the assessment.",
        fields: { on: "Choose a day within a year of the start" },
      });
    }
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
