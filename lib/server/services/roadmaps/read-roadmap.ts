import { can } from "#lib/access/permissions.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { progressAgainstPlan } from "#lib/planning/progress-against-plan.ts";
import { listProgress } from "#lib/server/db/initiative-progress.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { listWishes } from "#lib/server/db/plan-wishes.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { verb } from "../verb.ts";
import { firstGuess, neededBySkill } from "./needed-days.ts";
import { againstBaseline, movedSince } from "./since-before.ts";

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
      /** What people want of the order; the next plan keeps it. */
      wishes: await listWishes(work, input.assessment),
      /** What would be planned now; the sum of effort by skill helps to choose a capacity. */
      initiatives: standing.initiatives,
      needed: neededBySkill(standing.initiatives),
      firstGuess: firstGuess(standing.initiatives),
      layers: standing.card.layers,
      progress,
      moved: stored && (await movedSince(work, input.assessment, stored, progress)),
      baseline: stored && (await againstBaseline(work, input.assessment, stored, progress, standing.at)),
      onPlan: stored && progressAgainstPlan(stored.roadmap, stored.initiatives, progress, standing.at),
      members: (await listMembersOf(work, member.organizationId)).map(({ userId, name }) => ({ id: userId, name })),
      mayPlan: can(member.role, "roadmap.plan"),
      mayClaim: can(member.role, "initiatives.claim"),
    };
  },
);
