import { InitiativeOwner } from "#lib/contracts/inputs.ts";
import { storeProgress } from "#lib/server/db/initiative-progress.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";

export const assignOwner = verb(
  {
    name: "initiatives.assign-owner",
    may: "initiatives.claim",
    input: InitiativeOwner,
    writes: (input) => ({ subject: input.initiative, details: { owner: input.owner } }),
  },
  async (work, input, member) => {
    const roadmap = await findLatestRoadmap(work, input.assessment);
    if (!roadmap?.initiatives.some((initiative) => initiative.id === input.initiative)) throw notFound();
    const owner =
      input.owner === null
        ? null
        : (await listMembersOf(work, member.organizationId)).find((row) => row.userId === input.owner);
    if (owner === undefined) throw notFound();
    await storeProgress(
      work,
      member.organizationId,
      input.assessment,
      input.initiative,
      { ownerId: owner?.userId ?? null, ownerName: owner?.name ?? null },
      now(),
    );
    return { owner: owner?.name ?? null };
  },
);
