import type { CheckTally } from "#lib/checks/result.ts";
import type { OpenCheck } from "./board.ts";

/**
 * What keeps the newest scans from agreeing that an initiative is done (see verifyClaim): checks that fail, with how often, and
 * those that found nothing to pass (`fails` 0), by cluster.
 */
export function openChecks(
  verifiedBy: readonly string[],
  clusters: readonly { name: string; tallies: readonly CheckTally[] }[],
): OpenCheck[] {
  return clusters.flatMap(({ name, tallies }) =>
    verifiedBy.flatMap((check): OpenCheck[] => {
      const tally = tallies.find((each) => each.check === check);
      return tally && tally.fail === 0 && tally.pass > 0 ? [] : [{ check, cluster: name, fails: tally?.fail ?? 0 }];
    }),
  );
}
