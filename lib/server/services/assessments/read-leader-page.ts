import { CATALOG } from "#lib/catalog/catalog.ts";
import { Nothing } from "#lib/contracts/inputs.ts";
import { progressAgainstPlan } from "#lib/planning/progress-against-plan.ts";
import { headline } from "#lib/presentation/sentences-of-scores.ts";
import { listAssessments } from "#lib/server/db/assessments.ts";
import { listProgress } from "#lib/server/db/initiative-progress.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { verb } from "../verb.ts";
import { loadStanding } from "./load-standing.ts";

/** Where are we, what is next, are we on plan: of the newest assessment. Null: there is none yet. */
export const readLeaderPage = verb(
  { name: "assessments.read-leader-page", may: "assessments.read", input: Nothing },
  async (work, _, member) => {
    const [newest, previous] = await listAssessments(work);
    if (!newest) return null;
    const standing = await loadStanding(work, newest.id, member.scanMaxAgeDays);
    const before = previous
      ? (await loadStanding(work, previous.id, member.scanMaxAgeDays)).card.overall.assured
      : null;
    const stored = await findLatestRoadmap(work, newest.id);
    const progress = await listProgress(work, newest.id);
    return {
      assessment: {
        id: newest.id,
        name: newest.name,
        startsOn: newest.startsOn,
        clusters: newest.clusters.map(({ id, name }) => ({ id, name })),
      },
      at: standing.at,
      headline: headline(CATALOG, standing.card, standing.findings),
      card: standing.card,
      change:
        before && previous ? { since: previous.name, points: standing.card.overall.assured.low - before.low } : null,
      findings: standing.findings,
      initiatives: stored?.initiatives ?? standing.initiatives,
      roadmap: stored?.roadmap ?? null,
      progress,
      onPlan: stored && progressAgainstPlan(stored.roadmap, stored.initiatives, progress, standing.at),
      waiting: {
        contradictions: distinct(
          standing.clusters.flatMap(({ verdicts }) => verdicts.verdicts.filter(({ contradiction }) => contradiction)),
        ),
        uncharted: distinct(standing.findings.filter((finding) => finding.maturity === null)),
        claimed: progress.filter((row) => row.state === "claimed").length,
        unscanned: standing.clusters.filter(({ scan }) => !scan).map(({ profile }) => profile.name),
      },
    };
  },
);

/** Of several clusters each control counts once: one answer, or one look, decides it. */
function distinct(rows: readonly { control: string }[]): number {
  return new Set(rows.map(({ control }) => control)).size;
}
