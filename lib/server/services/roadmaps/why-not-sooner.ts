import { WhyOf } from "#lib/contracts/inputs.ts";
import { askedOf } from "#lib/planning/plan-within.ts";
import { wishesOf } from "#lib/planning/wishes-of.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";
import { listWishes } from "#lib/server/db/plan-wishes.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { askWhy } from "#lib/server/solver/ask-why.ts";
import { longVerb, notFound } from "../verb.ts";
import { inSlot } from "./solver-slots.ts";

/** Why an initiative of the newest version is not done sooner (or is left), and what moving it up would cost. */
export const askWhyNotSooner = longVerb(
  { name: "roadmaps.why-not-sooner", may: "assessments.read", input: WhyOf },
  async (inWork, { assessment, initiative }) => {
    const { stored, wished, organization } = await inWork(async (work, member) => ({
      stored: await findLatestRoadmap(work, assessment),
      wished: await listWishes(work, assessment),
      organization: member.organizationId,
    }));
    if (!stored?.initiatives.some(({ id }) => id === initiative)) throw notFound();
    const { roadmap, initiatives, capacity } = stored;
    const instance = askedOf(
      ...([initiatives, capacity, roadmap.budget ?? null] as const),
      wishesOf(wished, initiatives, roadmap.startsOn),
    );
    const assignment = Object.fromEntries(
      roadmap.plans.flatMap(({ items }) => items.map((item) => [item.initiative, item.quarter])),
    );
    const names = Object.fromEntries(initiatives.map((each) => [each.id, sayInitiative(each)]));
    const why = await inSlot(organization, () => askWhy({ instance, assignment, id: initiative, names }));
    return { why };
  },
);
