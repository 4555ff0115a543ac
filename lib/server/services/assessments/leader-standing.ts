import "server-only";
import { freshUntil } from "#lib/evidence/freshness.ts";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import { headline } from "#lib/presentation/sentences-of-scores.ts";
import type { LayerScore, Score } from "#lib/scoring/score.ts";
import { listProgress, type ProgressRow } from "#lib/server/db/initiative-progress.ts";
import { listApprovals } from "#lib/server/db/roadmap-approvals.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { openContradictionsOf } from "../workflow/open-contradictions-of.ts";
import { catalogOf, loadStanding, type Standing } from "./load-standing.ts";

/** What the leader's page shows of an assessment: small enough to keep, and the same until `until`. */
export type LeaderStanding = {
  assessment: { id: string; name: string; startsOn: string; clusters: { id: string; name: string }[] };
  headline: string;
  overall: { own: Score; assured: Score };
  layers: Omit<LayerScore, "derivation">[];
  /** `approval`: the version of the roadmap that nobody has approved; null: none. */
  waiting: { contradictions: number; uncharted: number; unscanned: string[]; approval: number | null };
  initiatives: Initiative[];
  roadmap: Roadmap | null;
  progress: ProgressRow[];
  /** When it was computed, and the last moment for which it holds; milliseconds since 1970. */
  since: number;
  until: number;
};

const DAY = 86_400_000;

export async function loadLeaderStanding(
  work: Work,
  assessmentId: string,
  scanMaxAgeDays: number,
): Promise<LeaderStanding> {
  const standing = await loadStanding(work, assessmentId, scanMaxAgeDays);
  const stored = await findLatestRoadmap(work, assessmentId);
  const { id, name, startsOn, clusters } = standing.assessment;
  return {
    assessment: { id, name, startsOn, clusters: clusters.map((cluster) => ({ id: cluster.id, name: cluster.name })) },
    headline: headline(catalogOf(standing), standing.card, standing.findings),
    overall: { own: standing.card.overall.own, assured: standing.card.overall.assured },
    layers: standing.card.layers.map(({ layer, own, assured, heldBy }) => ({ layer, own, assured, heldBy })),
    waiting: { ...waitingIn(standing), approval: await unapprovedVersion(work, assessmentId, stored?.version ?? null) },
    initiatives: stored?.initiatives ?? standing.initiatives,
    roadmap: stored?.roadmap ?? null,
    progress: await listProgress(work, assessmentId),
    since: Date.parse(standing.at),
    // What is signed does not age.
    until: standing.signature ? Number.MAX_SAFE_INTEGER : holdsUntil(standing, scanMaxAgeDays),
  };
}

async function unapprovedVersion(work: Work, assessmentId: string, version: number | null): Promise<number | null> {
  const [approved] = await listApprovals(work, assessmentId);
  return version === null || approved?.version === version ? null : version;
}

function waitingIn(standing: Standing): Omit<LeaderStanding["waiting"], "approval"> {
  const { clusters, findings } = standing;
  return {
    contradictions: distinct(openContradictionsOf(standing)),
    uncharted: distinct(findings.filter((finding) => finding.maturity === null)),
    unscanned: clusters.filter(({ scan }) => !scan).map(({ profile }) => profile.name),
  };
}

/** Of several clusters each control counts once: one answer, or one look, decides it. */
function distinct(rows: readonly { control: string }[]): number {
  return new Set(rows.map(({ control }) => control)).size;
}

/** Time changes a standing by itself: evidence goes stale at its moment, an exception ends with its day (in UTC). */
function holdsUntil({ at, clusters }: Standing, scanMaxAgeDays: number): number {
  const evidence = clusters.flatMap(({ verdicts }) => verdicts.verdicts.flatMap((one) => one.evidence));
  const endOfDay = Math.floor(Date.parse(at) / DAY) * DAY + DAY - 1;
  return Math.min(endOfDay, freshUntil(evidence, at, { scanMaxAgeDays }));
}
