"use server";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { act } from "#app/door/act.ts";
import type { ReopenedContradiction, SettledContradiction } from "#lib/contracts/inputs.ts";
import { reopenContradiction } from "#lib/server/services/contradictions/reopen-contradiction.ts";
import { settleContradiction } from "#lib/server/services/contradictions/settle-contradiction.ts";

/** One line of the ledger, as it was when one looked. */
type Line = Pick<z.infer<typeof ReopenedContradiction>, "cluster" | "control" | "seen">;

export async function settleContradictionAction(organization: string, assessment: string, line: Line, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const kind = text("kind") as z.infer<typeof SettledContradiction>["kind"];
  const scoped = kind === "scope-differs" ? { scope: text("scope"), until: text("until") } : {};
  const decision = { ...line, assessment, kind, reason: text("reason"), ...scoped };
  const outcome = await act(organization, (actor) =>
    settleContradiction(actor, decision as z.infer<typeof SettledContradiction>),
  );
  revalidatePath(`/${organization}`, "layout");
  return outcome;
}

export async function reopenContradictionAction(organization: string, assessment: string, line: Line, form: FormData) {
  const reason = String(form.get("reason") ?? "");
  const outcome = await act(organization, (actor) => reopenContradiction(actor, { ...line, assessment, reason }));
  revalidatePath(`/${organization}`, "layout");
  return outcome;
}
