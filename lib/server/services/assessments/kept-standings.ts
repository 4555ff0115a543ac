import "server-only";
import type { LeaderStanding } from "./leader-standing.ts";

/** What a kept standing was computed from: every part of it must be the same for it to be shown again. */
export type StandingKey = { organizationId: string; assessment: string; versions: string; scanMaxAgeDays: number };

/** Some 60 kB each at most: a consultancy's year of assessments. */
const MOST = 200;

const kept = new Map<string, { key: StandingKey; standing: LeaderStanding }>();

/**
 * The standing that this process computed from these very rows, if it still holds at a time (milliseconds since 1970). The
 * key is read from the database, within the tenant's border, for each request: what is kept saves the computing, never the
 * asking, so that other processes may write and it is still never stale.
 */
export function keptStanding(key: StandingKey, at: number): LeaderStanding | null {
  const name = nameOf(key);
  const found = kept.get(name);
  if (!found) return null;
  const { versions, scanMaxAgeDays } = found.key;
  const { since, until } = found.standing;
  if (versions !== key.versions || scanMaxAgeDays !== key.scanMaxAgeDays || at < since || at > until) return null;
  // Last used stands last.
  kept.delete(name);
  kept.set(name, found);
  return found.standing;
}

export function keepStanding(key: StandingKey, standing: LeaderStanding): void {
  kept.delete(nameOf(key));
  kept.set(nameOf(key), { key, standing });
  for (const name of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(name);
  }
}

function nameOf({ organizationId, assessment }: StandingKey): string {
  return `${organizationId} ${assessment}`;
}
