import type { Standing } from "../assessments/load-standing.ts";
import { ledgerOf } from "../contradictions/load-ledger.ts";

/** A contradiction between an answer and the evidence of one cluster. */
export type StandingContradiction = { control: string; clusterId: string; cluster: string; sentence: string };

/** Contradictions that nobody has settled. */
export function openContradictionsOf(
  standing: Pick<Standing, "clusters" | "decisions" | "at">,
): StandingContradiction[] {
  return ledgerOf(standing).flatMap(({ now, standing: { is } }) =>
    now && is === "open"
      ? [{ control: now.control, clusterId: now.clusterId, cluster: now.clusterName, sentence: now.sentence }]
      : [],
  );
}
