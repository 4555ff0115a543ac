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

/** Every contradiction of these clusters, in the order of clusters and catalogue. */
export function findDisagreements(clusters: readonly ClusterVerdicts[]): Disagreement[] {
  return clusters.flatMap(({ clusterId, clusterName, verdicts }) =>
    verdicts.flatMap((verdict) => {
      const { contradiction, affected } = verdict;
      if (!contradiction) return [];
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
