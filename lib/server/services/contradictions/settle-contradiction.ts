import { SettledContradiction } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import type { Decision } from "#lib/evidence/ledger/decision.ts";
import type { Disagreement } from "#lib/evidence/ledger/disagreement.ts";
import type { LedgerLine } from "#lib/evidence/ledger/ledger.ts";
import { addDecision, newestDecision } from "#lib/server/db/contradiction-decisions.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { verb } from "../verb.ts";
import { appendToLog } from "../workflow/append-to-log.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";
import { answerAsSeen } from "./answer-as-seen.ts";
import { decidedMeanwhile, findLine } from "./find-line.ts";
import { ledgerOf } from "./load-ledger.ts";

/**
 * Decides about a claim and the evidence that differ: take the evidence (the answer then says what was seen), keep the claim
 * with a reason, or say that they speak about different things until a day. Evidence goes on deciding the score.
 */
export const settleContradiction = verb(
  {
    name: "contradictions.settle-contradiction",
    may: "answers.write",
    input: SettledContradiction,
    writes: ({ assessment, cluster, control, kind }) => ({ subject: assessment, details: { cluster, control, kind } }),
  },
  async (work, input, member) => {
    const { assessment } = input;
    await requireUnsigned(work, assessment);
    const standing = await loadStanding(work, assessment, member.scanMaxAgeDays);
    const ledger = ledgerOf(standing);
    const line = findLine(ledger, input);
    if (!line.now || line.standing.is !== "open") throw nothingDiffers();
    const at = now();
    refusePast(input, at);
    const decision = decisionOf(input, line.now, { by: member.name, at: at.toISOString() });
    if (!(await addDecision(work, member.organizationId, assessment, member.userId, decision)))
      throw decidedMeanwhile(await newestDecision(work, assessment, line));
    const changed =
      input.kind === "take-evidence"
        ? await answerAsSeen(work, member, { assessment, standing, differs: weakestOf(ledger, line.now), at })
        : [];
    const { clusterId: cluster, control, kind, reason, scope, until, claimed, seen, number } = decision;
    const told = {
      cluster,
      clusterName: line.now.clusterName,
      control,
      kind,
      reason,
      scope,
      until,
      claimed,
      seen,
      number,
    };
    await appendToLog(work, member, assessment, "contradiction.settled", { ...told, answers: changed });
    return { number: decision.number, answers: changed };
  },
);

type Input = Parameters<typeof settleContradiction>[1];

function decisionOf(input: Input, differs: Disagreement, who: { by: string; at: string }): Decision {
  const { clusterName: _, ...of } = differs;
  const { kind, reason } = input;
  const scoped =
    input.kind === "scope-differs" ? { scope: input.scope, until: input.until } : { scope: "", until: null };
  return { ...of, number: input.seen + 1, kind, reason: reason.trim(), ...scoped, ...who };
}

function refusePast(input: Input, at: Date): void {
  if (input.kind !== "scope-differs" || input.until > at.toISOString().slice(0, 10)) return;
  throw new Refusal("invalid-input", "The day on which to look again lies behind us.", {
    detail: "Nothing was stored. Choose a later day.",
    fields: { until: "Choose a day from tomorrow on" },
  });
}

function nothingDiffers(): Refusal {
  return new Refusal("conflict", "Nothing differs here any more.", {
    detail: "The answer or the evidence has changed meanwhile, or it is settled. Nothing was stored.",
  });
}

/** One answer speaks about all clusters: the one that shows least decides what it says. */
function weakestOf(ledger: readonly LedgerLine[], differs: Disagreement): Disagreement {
  return ledger
    .flatMap(({ control, now }) => (now && control === differs.control ? [now] : []))
    .reduce((least, each) => (each.seen < least.seen ? each : least), differs);
}
