import type { Decision, DecisionKind } from "#lib/evidence/ledger/decision.ts";
import type { OpenBecause } from "#lib/evidence/ledger/ledger.ts";
import { formatDate } from "./dates.ts";

export const DECISION_NAMES: Record<DecisionKind, string> = {
  "take-evidence": "Evidence taken",
  "keep-claim": "Claim kept",
  "scope-differs": "Scope differs",
  reopened: "Opened again",
};

const OPEN_SAYS: Record<OpenBecause, string> = {
  new: "Nobody has decided about it yet.",
  "taken-back": "The decision was taken back.",
  "claim-changed": "The answer has changed since the decision.",
  "evidence-changed": "What was seen has changed since the decision.",
  "more-fails": "More fails than when it was decided.",
  "time-is-up": "The day on which to look again has come.",
};

/** Why an entry is open, as a sentence. */
export function sayWhyOpen(because: OpenBecause): string {
  return OPEN_SAYS[because];
}

/** "Claim kept by A. Miller on 3 Feb 2027: the reason." What it was about, who, when and until when. */
export function sayDecision(decision: Pick<Decision, "kind" | "by" | "at" | "reason" | "scope" | "until">): string {
  const { kind, by, at, reason, scope, until } = decision;
  const told = [scope && `the answer speaks about ${scope}`, reason].filter(Boolean).join("; ");
  const again = until ? ` To be looked at again on ${formatDate(until)}.` : "";
  return `${DECISION_NAMES[kind]} by ${by} on ${formatDate(at)}${told ? `: ${endOf(told)}` : "."}${again}`;
}

function endOf(told: string): string {
  return /[.?!]$/.test(told) ? told : `${told}.`;
}
