"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import { adoptAgreed } from "#lib/server/services/blind/adopt-agreed.ts";
import { endRound } from "#lib/server/services/blind/end-round.ts";
import { planMinutes } from "#lib/server/services/blind/plan-minutes.ts";
import { startRound } from "#lib/server/services/blind/start-round.ts";

const refresh = (organization: string, assessment: string) =>
  revalidatePath(`/${organization}/assessments/${assessment}`, "layout");

/** Takes the form's `architects` and `dimensions`. */
export async function startRoundAction(organization: string, assessment: string, fields: FormData) {
  const all = (name: string) => fields.getAll(name).map(String);
  const outcome = await act(organization, (actor) =>
    startRound(actor, {
      ...{ assessment, architects: all("architects") },
      dimensions: all("dimensions"),
    }),
  );
  refresh(organization, assessment);
  return outcome;
}

export async function endRoundAction(organization: string, assessment: string, round: string) {
  const outcome = await act(organization, (actor) => endRound(actor, { assessment, round }));
  refresh(organization, assessment);
  return outcome;
}

export async function adoptAgreedAction(organization: string, assessment: string, round: string) {
  const outcome = await act(organization, (actor) => adoptAgreed(actor, { assessment, round }));
  refresh(organization, assessment);
  return outcome;
}

export async function planMinutesAction(
  organization: string,
  assessment: string,
  round: string,
  question: string,
  minutes: number,
) {
  return act(organization, (actor) => planMinutes(actor, { assessment, round, question, minutes }));
}
