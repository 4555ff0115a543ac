import type { Decision } from "./decision.ts";
import type { Disagreement } from "./disagreement.ts";

/** Why an entry is open. */
export type OpenBecause = "new" | "taken-back" | "claim-changed" | "evidence-changed" | "more-fails" | "time-is-up";

/** One control on one cluster about which claim and evidence differ, or did. */
export type LedgerLine = {
  clusterId: string;
  control: string;
  /** What differs now; null: nothing any more. */
  now: Disagreement | null;
  standing: { is: "open"; because: OpenBecause } | { is: "settled" } | { is: "gone" };
  /** All decisions about it, newest first: the first one holds where it is settled. */
  decisions: Decision[];
};

/**
 * The ledger: every disagreement with its decisions. The newest decision settles it while claim, level seen and failing
 * checks are those that it was taken about, no more resources fail than then, and its day has not come; else the entry is
 * open again by itself. What no longer differs stays as "gone" with its decisions. `today` is an ISO date. Order of the
 * input does not matter but for the order of the lines, which is that of the disagreements, then of what is gone.
 */
export function drawLedger(
  disagreements: readonly Disagreement[],
  decisions: readonly Decision[],
  today: string,
): LedgerLine[] {
  const told = Map.groupBy(decisions, keyOf);
  const newestFirst = (key: string) => (told.get(key) ?? []).toSorted((a, b) => b.number - a.number);
  const differing = disagreements.map((now): LedgerLine => {
    const own = newestFirst(keyOf(now));
    return { ...placeOf(now), now, standing: standingOf(now, own[0], today), decisions: own };
  });
  const still = new Set(disagreements.map(keyOf));
  const gone = [...told].filter(([key]) => !still.has(key)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...differing,
    ...gone.flatMap(([key, [first]]): LedgerLine[] =>
      first ? [{ ...placeOf(first), now: null, standing: { is: "gone" }, decisions: newestFirst(key) }] : [],
    ),
  ];
}

/** What keeps an assessment from being signed. */
export function openContradictions(
  disagreements: readonly Disagreement[],
  decisions: readonly Decision[],
  today: string,
): Disagreement[] {
  return drawLedger(disagreements, decisions, today).flatMap(({ now, standing }) =>
    now && standing.is === "open" ? [now] : [],
  );
}

function standingOf(now: Disagreement, last: Decision | undefined, today: string): LedgerLine["standing"] {
  const open = (because: OpenBecause) => ({ is: "open", because }) as const;
  if (!last) return open("new");
  if (last.kind === "reopened") return open("taken-back");
  if (last.claimed !== now.claimed) return open("claim-changed");
  // Taking the evidence made the answer say what was seen: a difference after that is another one.
  if (last.kind === "take-evidence" || last.seen !== now.seen || !isSameList(last.failing, now.failing)) {
    return open("evidence-changed");
  }
  if (now.affected > last.affected) return open("more-fails");
  if (last.until !== null && today >= last.until) return open("time-is-up");
  return { is: "settled" };
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}

function keyOf({ clusterId, control }: { clusterId: string; control: string }): string {
  return `${clusterId} ${control}`;
}

function placeOf({ clusterId, control }: { clusterId: string; control: string }) {
  return { clusterId, control };
}
