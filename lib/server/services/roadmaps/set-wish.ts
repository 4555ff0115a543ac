import { PlanWish } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { listWishes, storeWish } from "#lib/server/db/plan-wishes.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";

/** More wishes leave the planner nothing to plan. */
const MOST = 200;

/** Stores when an initiative may start and must be done; the next plan keeps it, or says which wishes clash. */
export const setWish = verb(
  {
    name: "roadmaps.set-wish",
    may: "roadmap.plan",
    input: PlanWish,
    writes: ({ assessment, remedy, notBefore, doneBy }) => ({
      subject: assessment,
      details: { remedy, notBefore, doneBy },
    }),
  },
  async (work, { assessment, ...wish }, member) => {
    const roadmap = await findLatestRoadmap(work, assessment);
    if (!roadmap?.initiatives.some(({ remedy }) => remedy === wish.remedy)) throw notFound();
    if (wish.notBefore === null && wish.doneBy === null)
      throw new Refusal("invalid-input", "A wish needs a day.", {
        detail: "Nothing was stored. Say before which day it may not start, or by which it must be done.",
        fields: { notBefore: "This or the other day", doneBy: "This or the other day" },
      });
    if (wish.notBefore !== null && wish.doneBy !== null && wish.notBefore > wish.doneBy)
      throw new Refusal("invalid-input", "These days do not fit together.", {
        detail: "Nothing was stored. It has to be done after it may start.",
        fields: { doneBy: "After the day on which it may start" },
      });
    const wishes = await listWishes(work, assessment);
    if (wishes.length >= MOST && !wishes.some(({ remedy }) => remedy === wish.remedy))
      throw new Refusal("refused", `A plan has ${MOST} wishes at most.`, { detail: "Take one back first." });
    await storeWish(work, { organizationId: member.organizationId, assessmentId: assessment }, wish, {
      ...{ id: member.userId, name: member.name, at: now() },
    });
    return { remedy: wish.remedy };
  },
);
