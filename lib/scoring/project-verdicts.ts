import type { ClusterVerdicts, ControlVerdict } from "#lib/evidence/evidence.ts";

/** Control ids whose findings are closed, by cluster id. */
export type ClosedControls = Readonly<Record<string, readonly string[]>>;

/** Sorts finding ids (`${clusterId}:${control}`) by cluster. */
export function closedByFindings(findings: Iterable<string>): Record<string, string[]> {
  const closed: Record<string, string[]> = {};
  for (const id of findings) {
    const colon = id.lastIndexOf(":");
    const cluster = id.slice(0, colon);
    closed[cluster] = [...(closed[cluster] ?? []), id.slice(colon + 1)];
  }
  return closed;
}

/**
 * The verdicts as they are expected once these findings are closed: enforced (3) where they were below or unknown.
 * What is better already, or does not apply, stays.
 */
export function projectVerdicts(clusters: readonly ClusterVerdicts[], closed: ClosedControls): ClusterVerdicts[] {
  return clusters.map((cluster) => {
    const controls = new Set(closed[cluster.clusterId] ?? []);
    const verdicts = cluster.verdicts.map((verdict) =>
      controls.has(verdict.control) ? closeVerdict(verdict) : verdict,
    );
    return { ...cluster, verdicts };
  });
}

function closeVerdict(verdict: ControlVerdict): ControlVerdict {
  if (!verdict.applicable || (verdict.maturity ?? 0) >= 3) return verdict;
  return { ...verdict, maturity: 3, contradiction: null, affected: 0, because: "Expected once its finding is closed." };
}
