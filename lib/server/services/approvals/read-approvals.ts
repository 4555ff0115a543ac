import { can } from "#lib/access/permissions.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { costOf, plannedDays } from "#lib/planning/approved-plan.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { type ApprovalRow, listApprovals } from "#lib/server/db/roadmap-approvals.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";
import { digestOf } from "../workflow/digest-of.ts";

/** What is approved, and what the newest version would need to be. */
export const readApprovals = verb(
  { name: "approvals.read-approvals", may: "assessments.read", input: AssessmentId },
  async (work, { assessment }, member) => {
    if (!(await findAssessment(work, assessment))) throw notFound();
    const stored = await findLatestRoadmap(work, assessment);
    const approvals = (await listApprovals(work, assessment)).map(viewOf);
    const members = await listMembersOf(work, member.organizationId);
    const waits = stored !== null && !approvals.some(({ version }) => version === stored.version);
    return {
      /** The newest first: the first one is in force. */
      approvals,
      /** The newest version where nobody has approved it. */
      waiting: waits
        ? {
            version: stored.version,
            days: plannedDays(stored.roadmap, stored.initiatives),
            left: stored.roadmap.left.flatMap(({ initiative: id, why }) => {
              const initiative = stored.initiatives.find((each) => each.id === id);
              return initiative ? [{ id, title: sayInitiative(initiative), risk: initiative.risk, why }] : [];
            }),
          }
        : null,
      mayApprove: can(member.role, "roadmap.approve"),
      members: members.map(({ userId, name }) => ({ id: userId, name })),
      self: member.userId,
      today: now().toISOString().slice(0, 10),
    };
  },
);

export type ApprovalsView = Awaited<ReturnType<typeof readApprovals>>;

function viewOf({ version, digest, content }: ApprovalRow) {
  const { by, at, budget, note, accepted, roadmap, initiatives } = content;
  return {
    ...{ version, digest, by: by.name, at, note, accepted },
    budget: { ...budget, cost: costOf(budget) },
    plannedDays: plannedDays(roadmap, initiatives),
    /** Whether what is stored still has the digest that it was approved with. */
    intact: digestOf(content) === digest,
  };
}
