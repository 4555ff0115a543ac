import "server-only";
import type { ActingMember } from "#lib/access/actor.ts";
import { verifyClaim } from "#lib/planning/verify-claim.ts";
import { listAssessments } from "#lib/server/db/assessments.ts";
import { listProgress, storeProgress } from "#lib/server/db/initiative-progress.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { findLatestScan } from "#lib/server/db/scans.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";

/**
 * After a scan: what was claimed becomes verified when all its checks pass on every cluster that it is about, and what was
 * verified reopens when one fails again.
 */
export async function verifyInitiatives(
  work: Work,
  member: ActingMember,
  scannedCluster: string,
  at: Date,
): Promise<void> {
  for (const assessment of await listAssessments(work)) {
    if (!assessment.clusters.some((cluster) => cluster.id === scannedCluster)) continue;
    const roadmap = await findLatestRoadmap(work, assessment.id);
    const progress = await listProgress(work, assessment.id);
    for (const initiative of roadmap?.initiatives ?? []) {
      const row = progress.find((each) => each.initiative === initiative.id);
      if (!row || !initiative.clusters.includes(scannedCluster)) continue;
      const tallies = [];
      for (const cluster of initiative.clusters) tallies.push((await findLatestScan(work, cluster))?.tallies ?? []);
      const state = verifyClaim(row.state, initiative.verifiedBy, tallies);
      if (state !== row.state)
        await storeProgress(
          work,
          member.organizationId,
          assessment.id,
          initiative.id,
          { state, verifiedAt: state === "verified" ? at : null },
          at,
        );
    }
  }
}
