import type { Maturity } from "#lib/catalog/framework.ts";
import type { ClusterVerdicts, ControlVerdict } from "../evidence.ts";

/** A claim and the evidence of one cluster that differ, as they stand now. */
export type Disagreement = {
  clusterId: string;
  clusterName: string;
  control: string;
  claimed: Maturity | "not-applicable";
  seen: Maturity;
  sentence: string;
  /** Resources that fail. */
  affected: number;
  /** Checks that fail, in alphabetical order. */
  failing: string[];
};

/**
 * Every contradiction of these clusters, in the order of clusters and catalogue. An answer speaks about all clusters, and the
 * weakest of them decides what can be claimed: where one shows no more than the claim, the claim is not too low for the others.
 */
export function findDisagreements(clusters: readonly ClusterVerdicts[]): Disagreement[] {
  const weakest = weakestSeen(clusters);
  return clusters.flatMap(({ clusterId, clusterName, verdicts }) =>
    verdicts.flatMap((verdict) => {
      const { contradiction, affected } = verdict;
      if (!contradiction || isTooLowHereOnly(contradiction, weakest)) return [];
      return [{ clusterId, clusterName, ...contradiction, affected, failing: failingChecks(verdict) }];
    }),
  );
}

function failingChecks({ evidence }: ControlVerdict): string[] {
  const checks = evidence.flatMap(({ stale, source }) =>
    stale || source.kind !== "scan" ? [] : source.checks.filter(({ fail }) => fail > 0).map(({ check }) => check),
  );
  return [...new Set(checks)].toSorted();
}

/** The lowest level that machines saw of each control on any of these clusters. */
function weakestSeen(clusters: readonly ClusterVerdicts[]): Map<string, Maturity> {
  const weakest = new Map<string, Maturity>();
  for (const { control, seen } of clusters.flatMap(({ verdicts }) => verdicts)) {
    if (seen == null) continue;
    const lowest = weakest.get(control);
    if (lowest === undefined || seen < lowest) weakest.set(control, seen);
  }
  return weakest;
}

function isTooLowHereOnly(
  { control, claimed, seen }: Pick<Disagreement, "control" | "claimed" | "seen">,
  weakest: ReadonlyMap<string, Maturity>,
): boolean {
  if (claimed === "not-applicable" || claimed >= seen) return false;
  return (weakest.get(control) ?? seen) <= claimed;
}
