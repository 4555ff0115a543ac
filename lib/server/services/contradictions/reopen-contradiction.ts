import { ReopenedContradiction } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { addDecision, newestDecision } from "#lib/server/db/contradiction-decisions.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { verb } from "../verb.ts";
import { appendToLog } from "../workflow/append-to-log.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";
import { decidedMeanwhile, findLine } from "./find-line.ts";
import { ledgerOf } from "./load-ledger.ts";

/** Takes a decision back, with a reason: the entry is open again, and the decision stays readable. */
export const reopenContradiction = verb(
  {
    name: "contradictions.reopen-contradiction",
    may: "answers.write",
    input: ReopenedContradiction,
    writes: ({ assessment, cluster, control }) => ({ subject: assessment, details: { cluster, control } }),
  },
  async (work, input, member) => {
    const { assessment, seen } = input;
    await requireUnsigned(work, assessment);
    const line = findLine(ledgerOf(await loadStanding(work, assessment, member.scanMaxAgeDays)), input);
    if (!line.now || line.standing.is !== "settled") {
      throw new Refusal("conflict", "This is not settled, so there is nothing to take back.", {
        detail: "Nothing was stored. Look at the entry as it stands now.",
      });
    }
    const { clusterName, ...of } = line.now;
    const who = { by: member.name, at: now().toISOString() };
    const reason = input.reason.trim();
    const decision = { ...of, number: seen + 1, kind: "reopened" as const, reason, scope: "", until: null, ...who };
    if (!(await addDecision(work, member.organizationId, assessment, member.userId, decision)))
      throw decidedMeanwhile(await newestDecision(work, assessment, line));
    const told = { cluster: of.clusterId, clusterName, control: of.control, reason, number: decision.number };
    await appendToLog(work, member, assessment, "contradiction.reopened", told);
    return { number: decision.number };
  },
);
