import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";

const HOUR = 3_600_000;

/** Hours between a time in an object and the taking of the snapshot, 0 for what came after; null when either is unknown. */
export function hoursBefore(index: ClusterIndex, time: unknown): number | null {
  if (index.observedAt === null || typeof time !== "string") return null;
  const hours = (Date.parse(index.observedAt) - Date.parse(time)) / HOUR;
  return Number.isNaN(hours) ? null : Math.max(hours, 0);
}

/** "40 minutes", "26 hours", "12 days". */
export function ageInWords(hours: number): string {
  if (hours < 2) return `${Math.round(hours * 60)} minutes`;
  return hours < 72 ? `${Math.round(hours)} hours` : `${Math.floor(hours / 24)} days`;
}

/** Why a check that needs a clock cannot decide. */
export const NO_CLOCK = "nothing in the snapshot tells when it was taken, so the age cannot be told";
