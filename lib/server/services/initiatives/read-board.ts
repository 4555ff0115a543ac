import { can } from "#lib/access/permissions.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { BOARD_COLUMNS, boardOf, type OpenCheck } from "#lib/planning/board.ts";
import { openChecks } from "#lib/planning/open-checks.ts";
import { progressAgainstPlan } from "#lib/planning/progress-against-plan.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { listProgress } from "#lib/server/db/initiative-progress.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { findLatestScan } from "#lib/server/db/scans.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";

/** The plan that runs, card by card, with what keeps the newest scans from agreeing. Null board: nothing is planned yet. */
export const readBoard = verb(
  { name: "initiatives.read-board", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const assessment = await findAssessment(work, input.assessment);
    if (!assessment) throw notFound();
    const stored = await findLatestRoadmap(work, assessment.id);
    const progress = await listProgress(work, assessment.id);
    const at = now().toISOString();
    const board = stored && boardOf(stored.roadmap, stored.initiatives, progress, at);
    const scans = board ? await newestTallies(work, assessment.clusters) : [];
    const shown = new Set(
      BOARD_COLUMNS.flatMap((column) => board?.columns[column] ?? []).map((card) => card.initiative),
    );
    const open = (stored?.initiatives ?? [])
      .filter(({ id }) => shown.has(id))
      .map((initiative): [string, OpenCheck[]] => {
        const own = scans.filter(({ id }) => initiative.clusters.includes(id));
        return [initiative.id, openChecks(initiative.verifiedBy, own)];
      });
    return {
      assessment: { id: assessment.id, name: assessment.name },
      version: stored?.version ?? null,
      board,
      /** What the newest scans do not agree to, by initiative; empty: everything passes, or only answers can tell. */
      open: Object.fromEntries(open),
      onPlan: stored && progressAgainstPlan(stored.roadmap, stored.initiatives, progress, at),
      members: (await listMembersOf(work, member.organizationId)).map(({ userId, name }) => ({ id: userId, name })),
      self: member.userId,
      mayClaim: can(member.role, "initiatives.claim"),
    };
  },
);

async function newestTallies(work: Work, clusters: readonly { id: string; name: string }[]) {
  const scans = [];
  for (const { id, name } of clusters)
    scans.push({ id, name, tallies: (await findLatestScan(work, id))?.tallies ?? [] });
  return scans;
}
