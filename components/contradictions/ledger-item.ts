import type { LayerId } from "#lib/catalog/framework.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";
import type { Decision } from "#lib/evidence/ledger/decision.ts";
import type { LedgerLine } from "#lib/evidence/ledger/ledger.ts";

/** One line of the ledger with both voices. */
export type LedgerItem = Pick<LedgerLine, "clusterId" | "control" | "now" | "standing"> & {
  clusterName: string;
  title: string;
  layer: LayerId;
  concern: string | null;
  dimension: string;
  claims: readonly { question: string; asks: string; level: string; comment: string; by: string; at: string }[];
  seen: readonly { says: string; at: string; scan: string }[];
  decisions: readonly Decision[];
};

/** Names the line, and the newest decision that was seen when one decided. */
export type LineAsSeen = { cluster: string; control: string; seen: number };
export type Decide = (line: LineAsSeen, fields: FormData) => Promise<Outcome<unknown>>;
export type DecideAbout = { settle: Decide; reopen: Decide };
export type LedgerHrefs = { questionnaire: string; clusters: string };

export function asSeen({ clusterId, control, decisions }: LedgerItem): LineAsSeen {
  return { cluster: clusterId, control, seen: decisions[0]?.number ?? 0 };
}
