import { ATTESTATION_MAX_AGE_DAYS } from "../freshness.ts";
import type { EvidenceItem } from "./evidence-item.ts";

const DAY = 86_400_000;

/** Days that may lie between observing something and its end. */
export const LONGEST_VALIDITY_DAYS = 732;

/** valid: it speaks; ended: its last day is over; withdrawn: somebody took it back. */
export type EvidenceStanding = "valid" | "ended" | "withdrawn";

/** How an item stands on a day (ISO date): its last day still counts. */
export function standingOfItem(
  { validUntil, withdrawn }: Pick<EvidenceItem, "validUntil" | "withdrawn">,
  today: string,
): EvidenceStanding {
  if (withdrawn) return "withdrawn";
  return today <= validUntil ? "valid" : "ended";
}

/** The last day of what was observed on a day (ISO dates), where nobody says otherwise: 90 days later, as for answers. */
export function usualEnd(observedOn: string): string {
  return dayAfter(observedOn, ATTESTATION_MAX_AGE_DAYS);
}

/** What does not fit about the two days, by field; null: nothing. A day ahead is allowed, for people east of Greenwich. */
export function wrongDays(
  { observedOn, validUntil }: Pick<EvidenceItem, "observedOn" | "validUntil">,
  today: string,
): { field: "observedOn" | "validUntil"; says: string } | null {
  if (observedOn > dayAfter(today, 1)) return { field: "observedOn", says: "Choose today or a day before" };
  if (observedOn < "2000-01-01") return { field: "observedOn", says: "Choose a day since 2000" };
  if (validUntil < observedOn)
    return { field: "validUntil", says: "Choose the day on which it was observed, or later" };
  if (validUntil > dayAfter(observedOn, LONGEST_VALIDITY_DAYS))
    return { field: "validUntil", says: "Choose a day within two years of the observation" };
  return null;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
