import type { Standing } from "../assessments/load-standing.ts";

/** A contradiction between an answer and the evidence of one cluster. */
export type StandingContradiction = { control: string; clusterId: string; cluster: string; sentence: string };

/** Contradictions that nobody has settled. */
export function openContradictionsOf({ clusters }: Pick<Standing, "clusters">): StandingContradiction[] {
  return clusters.flatMap(({ verdicts }) =>
    verdicts.verdicts.flatMap(({ contradiction }) =>
      contradiction
        ? [
            {
              control: contradiction.control,
              clusterId: verdicts.clusterId,
              cluster: verdicts.clusterName,
              sentence: contradiction.sentence,
            },
          ]
        : [],
    ),
  );
}
