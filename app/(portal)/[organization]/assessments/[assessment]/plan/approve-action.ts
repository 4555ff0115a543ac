"use server";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { act } from "#app/door/act.ts";
import type { RoadmapApproval } from "#lib/contracts/inputs.ts";
import { approveRoadmap } from "#lib/server/services/approvals/approve-roadmap.ts";

type Approval = z.input<typeof RoadmapApproval>;

export async function approveRoadmapAction(organization: string, assessment: string, version: number, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const rate = text("amount") === "" ? null : { amount: Number(text("amount")), currency: text("currency") };
  const accepted = form.getAll("accepted").map((id) => ({
    ...{ initiative: String(id), owner: text(`owner ${id}`) },
    ...{ reason: text(`reason ${id}`), endsOn: text(`endsOn ${id}`) },
  }));
  const days = text("days") === "" ? Number.NaN : Number(text("days"));
  const outcome = await act(organization, (actor) =>
    approveRoadmap(actor, { assessment, version, days, rate: rate as Approval["rate"], note: text("note"), accepted }),
  );
  revalidatePath(`/${organization}`, "layout");
  return outcome;
}
