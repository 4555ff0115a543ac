"use server";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { act } from "#app/door/act.ts";
import type { PlanRequest } from "#lib/contracts/inputs.ts";
import { assignOwner } from "#lib/server/services/initiatives/assign-owner.ts";
import { stepInitiative } from "#lib/server/services/initiatives/step-initiative.ts";
import { planRoadmap } from "#lib/server/services/roadmaps/plan-roadmap.ts";

const refresh = (organization: string, assessment: string) =>
  revalidatePath(`/${organization}/assessments/${assessment}/plan`);

export async function planYearAction(
  organization: string,
  assessment: string,
  input: Omit<z.input<typeof PlanRequest>, "assessment">,
) {
  const outcome = await act(organization, (actor) => planRoadmap(actor, { ...input, assessment }));
  refresh(organization, assessment);
  return outcome;
}

export async function stepInitiativeAction(
  organization: string,
  assessment: string,
  initiative: string,
  step: "start" | "claim" | "withdraw",
  days?: number | null,
) {
  const outcome = await act(organization, (actor) => stepInitiative(actor, { assessment, initiative, step, days }));
  refresh(organization, assessment);
  return outcome;
}

export async function assignOwnerAction(
  organization: string,
  assessment: string,
  initiative: string,
  owner: string | null,
) {
  const outcome = await act(organization, (actor) => assignOwner(actor, { assessment, initiative, owner }));
  refresh(organization, assessment);
  return outcome;
}
