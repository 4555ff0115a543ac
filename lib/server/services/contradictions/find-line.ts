import { Refusal } from "#lib/contracts/refusal.ts";
import type { Decision } from "#lib/evidence/ledger/decision.ts";
import type { LedgerLine } from "#lib/evidence/ledger/ledger.ts";
import { notFound } from "../verb.ts";

type Asked = { cluster: string; control: string; seen: number };

/** The line that somebody wants to decide about, if it stands as they saw it. */
export function findLine(ledger: readonly LedgerLine[], { cluster, control, seen }: Asked): LedgerLine {
  const line = ledger.find((each) => each.clusterId === cluster && each.control === control);
  if (!line) throw notFound();
  if ((line.decisions[0]?.number ?? 0) !== seen) throw decidedMeanwhile(line.decisions[0]);
  return line;
}

/** What one is told who decides about what somebody else has decided meanwhile. */
export function decidedMeanwhile(last: Decision | undefined): Refusal {
  return new Refusal("conflict", `${last?.by ?? "Somebody"} decided about this while you were looking.`, {
    detail: "Nothing was stored. Look at that decision; you can open the entry again.",
    current: last ?? null,
  });
}
