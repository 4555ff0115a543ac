import { RoundId } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { findStateForStep } from "#lib/server/db/assessment-states.ts";
import { endRoundOf } from "#lib/server/db/blind-rounds.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";
import { notFound, verb } from "../verb.ts";
import { appendToLog } from "../workflow/append-to-log.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";
import { findRound, outcomeOf } from "./load-round.ts";

/** Ends a round: what everybody said alone is shown to all, and changes no more. */
export const endRound = verb(
  {
    name: "blind.end-round",
    may: "blind.manage",
    input: RoundId,
    writes: ({ assessment, round }) => ({ subject: assessment, details: { round } }),
  },
  async (work, { assessment, round: id }, member) => {
    // Whoever is writing alone is waited for.
    if (!(await findStateForStep(work, assessment))) throw notFound();
    await requireUnsigned(work, assessment);
    const round = await findRound(work, assessment, id);
    const by = { endedBy: member.userId, enderName: member.name, endedAt: now() };
    if (!(await endRoundOf(work, { assessmentId: assessment, id }, by))) {
      throw new Refusal("conflict", `${round.ended?.by ?? "Somebody"} has ended this round already.`, {
        detail: "Nothing was changed. Load the page again to see what it brought.",
      });
    }
    const { agreed, agenda, silent } = await outcomeOf(work, await loadCatalog(work), round);
    const differing = agenda.groups.reduce((sum, { items }) => sum + items.length, 0);
    const counts = { agreed: agreed.length, differing, silent: silent.length };
    await appendToLog(work, member, assessment, "blind.ended", { round: id, ...counts });
    return counts;
  },
);
