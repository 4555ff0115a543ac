import { can } from "#lib/access/permissions.ts";
import { SKILLS, type Skill } from "#lib/catalog/control.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import type { Initiative } from "#lib/planning/initiative.ts";
import { progressAgainstPlan } from "#lib/planning/progress-against-plan.ts";
import { listProgress } from "#lib/server/db/initiative-progress.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { verb } from "../verb.ts";

/** The newest roadmap, how far its initiatives are, and whether the assessment is on plan. Null roadmap: not planned yet. */
export const readRoadmap = verb(
  { name: "roadmaps.read-roadmap", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const standing = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    const stored = await findLatestRoadmap(work, input.assessment);
    const progress = await listProgress(work, input.assessment);
    return {
      assessment: {
        id: standing.assessment.id,
        name: standing.assessment.name,
        startsOn: standing.assessment.startsOn,
      },
      at: standing.at,
      roadmap: stored && {
        version: stored.version,
        plannedAt: stored.plannedAt.toISOString(),
        capacity: stored.capacity,
        roadmap: stored.roadmap,
        initiatives: stored.initiatives,
      },
      /** What would be planned now; the sum of effort by skill helps to choose a capacity. */
      initiatives: standing.initiatives,
      needed: neededBySkill(standing.initiatives),
      firstGuess: firstGuess(standing.initiatives),
      layers: standing.card.layers,
      progress,
      onPlan: stored && progressAgainstPlan(stored.roadmap, stored.initiatives, progress, standing.at),
      members: (await listMembersOf(work, member.organizationId)).map(({ userId, name }) => ({ id: userId, name })),
      mayPlan: can(member.role, "roadmap.plan"),
      mayClaim: can(member.role, "initiatives.claim"),
    };
  },
);

/** Person-days that all initiatives together take, by skill. */
function neededBySkill(initiatives: readonly Initiative[]): Partial<Record<Skill, number>> {
  const needed: Partial<Record<Skill, number>> = {};
  for (const { effort } of initiatives)
    for (const skill of SKILLS) needed[skill] = (needed[skill] ?? 0) + (effort.bySkill[skill] ?? 0);
  return Object.fromEntries(Object.entries(needed).map(([skill, days]) => [skill, Math.round((days ?? 0) * 10) / 10]));
}

/** A start for who never planned: what is needed, spread evenly over the year. */
function firstGuess(initiatives: readonly Initiative[]): Partial<Record<Skill, number[]>> {
  return Object.fromEntries(
    Object.entries(neededBySkill(initiatives)).map(([skill, days]) => [
      skill,
      new Array(4).fill(Math.ceil((days ?? 0) / 4)),
    ]),
  );
}
