import "server-only";
import { Refusal } from "#lib/contracts/refusal.ts";
import { sayBlocker } from "#lib/workflow/sentences-of-blockers.ts";
import type { Blocker, Step } from "#lib/workflow/steps.ts";

/** What a person is told who takes a step that is blocked. */
export function blockedStep(step: Step, blockers: readonly Blocker[]): Refusal {
  const [first, ...rest] = blockers.map((blocker) => sayBlocker(blocker, step));
  const outOfPlace = blockers[0]?.kind === "state";
  return new Refusal(outOfPlace ? "conflict" : "refused", first ?? "This step is blocked.", {
    detail: ["Nothing was changed.", ...rest].join(" "),
    ...(blockers[0]?.kind === "no-reason" ? { fields: { reason: "Enter the reason" } } : {}),
  });
}
