import { InitiativeStep } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { InitiativeState } from "#lib/planning/roadmap.ts";
import { listProgress, storeProgress } from "#lib/server/db/initiative-progress.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";

/** From which states a step leads where. Verified and reopened are reached by scans alone. */
const STEPS: Record<"start" | "claim" | "withdraw", { from: readonly InitiativeState[]; to: InitiativeState }> = {
  start: { from: ["planned"], to: "started" },
  claim: { from: ["planned", "started", "reopened"], to: "claimed" },
  withdraw: { from: ["claimed"], to: "started" },
};

export const stepInitiative = verb(
  {
    name: "initiatives.step-initiative",
    may: "initiatives.claim",
    input: InitiativeStep,
    writes: (input) => ({ subject: input.initiative, details: { step: input.step } }),
  },
  async (work, input, member) => {
    const roadmap = await findLatestRoadmap(work, input.assessment);
    const initiative = roadmap?.initiatives.find(({ id }) => id === input.initiative);
    if (!initiative) throw notFound();
    const state =
      (await listProgress(work, input.assessment)).find((row) => row.initiative === input.initiative)?.state ??
      "planned";
    const step = STEPS[input.step];
    if (state === step.to) return { state };
    if (!step.from.includes(state))
      throw new Refusal("conflict", `This initiative is ${state} already.`, {
        detail: "Nothing was changed. Load the page again to see how it stands.",
      });
    const at = now();
    const times =
      step.to === "claimed"
        ? { claimedAt: at, ...tookOf(initiative, input.days ?? null) }
        : { startedAt: at, claimedAt: null, ...tookOf(initiative, null) };
    await storeProgress(
      work,
      member.organizationId,
      input.assessment,
      input.initiative,
      { state: step.to, ...times },
      at,
    );
    return { state: step.to };
  },
);

/** What it took beside what was estimated before anything was learned, where somebody tells. */
function tookOf({ effort, skill }: Initiative, actualDays: number | null) {
  return actualDays === null
    ? { actualDays, estimatedDays: null, skill: null }
    : { actualDays, estimatedDays: effort.computed / (effort.learned?.factor ?? 1), skill };
}
