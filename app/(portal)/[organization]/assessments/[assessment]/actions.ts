"use server";
import { revalidatePath } from "next/cache";
import { act } from "#app/door/act.ts";
import { overrideValue } from "#lib/server/services/findings/override-value.ts";

/** Takes the form's `of`, `subject`, `value` and `reason`; `back` takes the override back. */
export async function overrideAction(organization: string, assessment: string, fields: FormData) {
  const text = (name: string) => String(fields.get(name) ?? "");
  const outcome = await act(organization, (actor) =>
    overrideValue(actor, {
      assessment,
      of: text("of") as "risk" | "effort",
      subject: text("subject"),
      value: text("back") ? null : Number(text("value")),
      reason: text("reason"),
    }),
  );
  revalidatePath(`/${organization}/assessments/${assessment}`, "layout");
  return outcome;
}
