import "server-only";
import { type Comparison, compareRoadmaps } from "#lib/planning/compare-roadmaps.ts";
import { daysToVerified, medianOf, slipAgainst } from "#lib/planning/slip.ts";
import type { ProgressRow } from "#lib/server/db/initiative-progress.ts";
import { listApprovals } from "#lib/server/db/roadmap-approvals.ts";
import { findRoadmap, type RoadmapRow } from "#lib/server/db/roadmaps.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";

/** What the newest version moved since the one before it; null for the first. */
export async function movedSince(
  work: Work,
  assessment: string,
  newest: RoadmapRow,
  progress: readonly ProgressRow[],
): Promise<Comparison | null> {
  const before = newest.version > 1 ? await findRoadmap(work, assessment, newest.version - 1) : null;
  return before && compareRoadmaps(before, newest, progress);
}

/**
 * Promises of the approved version, or of the first where none is, beside what became of them. Null while the baseline is the
 * newest version and every promise still has its day.
 */
export async function againstBaseline(
  work: Work,
  assessment: string,
  newest: RoadmapRow,
  progress: readonly ProgressRow[],
  now: string,
) {
  const [approved] = await listApprovals(work, assessment);
  const first = approved ? null : await findRoadmap(work, assessment, 1);
  const year = approved?.content ?? first ?? newest;
  const days = daysToVerified(progress);
  const slips = slipAgainst(year, newest, progress, now);
  if (year.version === newest.version && days.length === 0 && slips.every((slip) => slip.days === 0)) return null;
  return {
    version: year.version,
    approved: approved !== undefined,
    slips,
    verified: { median: medianOf(days), count: days.length },
  };
}
