import { can } from "#lib/access/permissions.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { costOf, plannedDays } from "#lib/planning/approved-plan.ts";
import { totalDays } from "#lib/planning/budget.ts";
import { listApprovals } from "#lib/server/db/roadmap-approvals.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { verb } from "../verb.ts";
import { firstGuess, neededBySkill } from "./needed-days.ts";

/** Where trying begins: the capacity of the newest version, what everything together takes, and the layers of today. */
export const readWhatIf = verb(
  { name: "roadmaps.read-what-if", may: "assessments.read", input: AssessmentId },
  async (work, { assessment }, member) => {
    const standing = await loadStanding(work, assessment, member.scanMaxAgeDays);
    const stored = await findLatestRoadmap(work, assessment);
    const [approval] = await listApprovals(work, assessment);
    const { rate } = approval?.content.budget ?? { rate: null };
    return {
      assessment: { id: assessment, name: standing.assessment.name },
      startsOn: stored?.roadmap.startsOn ?? standing.at.slice(0, 10),
      capacity: stored?.capacity ?? firstGuess(standing.initiatives),
      budget: stored?.roadmap.budget ?? null,
      needed: neededBySkill(standing.initiatives),
      /** Person-days that everything together takes. */
      total: Math.ceil(standing.initiatives.reduce((sum, initiative) => sum + totalDays(initiative), 0)),
      initiatives: standing.initiatives.length,
      /** The newest version, to compare with. */
      current: stored && {
        version: stored.version,
        curve: stored.roadmap.curve,
        days: plannedDays(stored.roadmap, stored.initiatives),
      },
      /** What a day costs, where an approval said so. */
      rate: rate && { ...rate, ofThousand: costOf({ days: 1_000, rate }) },
      layers: standing.card.layers.map(({ layer, own, assured }) => ({ layer, own: own.low, assured: assured.low })),
      mayPlan: can(member.role, "roadmap.plan"),
    };
  },
);
