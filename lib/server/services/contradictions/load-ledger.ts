import "server-only";
import { findDisagreements } from "#lib/evidence/ledger/disagreement.ts";
import { drawLedger, type LedgerLine } from "#lib/evidence/ledger/ledger.ts";
import type { Standing } from "../assessments/load-standing.ts";

/** The ledger of an assessment as it stands: what differs, and what was decided about it. */
export function ledgerOf({ clusters, decisions, at }: Pick<Standing, "clusters" | "decisions" | "at">): LedgerLine[] {
  return drawLedger(findDisagreements(clusters.map(({ verdicts }) => verdicts)), decisions, at.slice(0, 10));
}
