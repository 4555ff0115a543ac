import type { Evidence } from "./evidence.ts";

/** How long evidence counts, in days. */
export type Freshness = {
  /** Answers; 90 unless told. */
  attestationMaxAgeDays?: number;
  /** Scans and reports; set by the organization. */
  scanMaxAgeDays: number;
};

export const ATTESTATION_MAX_AGE_DAYS = 90;
const DAY = 86_400_000;

/** True when evidence is too old to count at `now` (ISO 8601). A date that cannot be read is too old. */
export function isStale(evidence: Pick<Evidence, "strength" | "at">, now: string, freshness: Freshness): boolean {
  const age = (Date.parse(now) - Date.parse(evidence.at)) / DAY;
  return !(age <= maxAgeDays(evidence, freshness));
}

/**
 * Until when nothing of this evidence changes from fresh to stale: the first such moment after `now`, in milliseconds since
 * 1970; Infinity where all of it is stale already. Both times are ISO 8601.
 */
export function freshUntil(
  evidence: readonly Pick<Evidence, "strength" | "at">[],
  now: string,
  freshness: Freshness,
): number {
  const ends = evidence.map((one) => Date.parse(one.at) + maxAgeDays(one, freshness) * DAY);
  return ends.reduce((first, end) => (end >= Date.parse(now) && end < first ? end : first), Number.POSITIVE_INFINITY);
}

/** Days after which evidence of this strength ends. */
export function maxAgeDays({ strength }: Pick<Evidence, "strength">, freshness: Freshness): number {
  return strength === "attested"
    ? (freshness.attestationMaxAgeDays ?? ATTESTATION_MAX_AGE_DAYS)
    : freshness.scanMaxAgeDays;
}
