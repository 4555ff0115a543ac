"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import type { Skill } from "#lib/catalog/control.ts";
import { planRoadmap } from "#lib/server/services/roadmaps/plan-roadmap.ts";

export async function takeOverAction(
  organization: string,
  assessment: string,
  input: { startsOn: string; capacity: Record<Skill, number[]>; budget: number | null },
) {
  const outcome = await act(organization, (actor) => planRoadmap(actor, { ...input, assessment, keepsTeam: true }));
  revalidatePath(`/${organization}`, "layout");
  return outcome;
}
