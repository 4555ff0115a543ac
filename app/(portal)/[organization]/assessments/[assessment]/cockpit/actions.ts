"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import type { MilestoneId } from "#lib/cockpit/calendar.ts";
import { moveMilestone } from "#lib/server/services/cockpit/move-milestone.ts";
import { sendReminders } from "#lib/server/services/cockpit/send-reminders.ts";

export async function moveMilestoneAction(
  organization: string,
  assessment: string,
  milestone: MilestoneId,
  on: string | null,
) {
  const outcome = await act(organization, (actor) => moveMilestone(actor, { assessment, milestone, on }));
  revalidatePath(`/${organization}/assessments/${assessment}/cockpit`);
  return outcome;
}

export async function sendRemindersAction(organization: string, assessment: string, members: string[]) {
  const outcome = await act(organization, (actor) => sendReminders(actor, { assessment, members }));
  revalidatePath(`/${organization}/assessments/${assessment}/cockpit`);
  return outcome;
}
