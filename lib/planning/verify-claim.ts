import type { CheckTally } from "#lib/checks/result.ts";
import type { InitiativeState } from "./roadmap.ts";

/**
 * The state of an initiative after a scan. What was claimed is verified only when every one of its checks could look and
 * nothing fails, on every cluster that it is about; what was verified reopens when one fails again. An initiative without
 * checks is verified by people's answers, not here.
 */
export function verifyClaim(
  state: InitiativeState,
  verifiedBy: readonly string[],
  clusters: readonly (readonly CheckTally[])[],
): InitiativeState {
  if (verifiedBy.length === 0 || clusters.length === 0) return state;
  const sights = clusters.flatMap((tallies) =>
    verifiedBy.map((check) => tallies.find((tally) => tally.check === check)),
  );
  const fails = sights.some((tally) => (tally?.fail ?? 0) > 0);
  if (state === "verified") return fails ? "reopened" : "verified";
  if (state !== "claimed") return state;
  const passes = sights.every((tally) => tally !== undefined && tally.fail === 0 && tally.pass > 0);
  return passes ? "verified" : "claimed";
}
