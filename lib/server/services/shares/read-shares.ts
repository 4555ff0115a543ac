import { can } from "#lib/access/permissions.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { listShares } from "#lib/server/db/shares.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";

/** Links of an assessment and how they stand. No token: it is known to whoever was told alone. */
export const readShares = verb(
  { name: "shares.read-shares", may: "assessments.read", input: AssessmentId },
  async (work, { assessment }, member) => {
    if (!(await findAssessment(work, assessment))) throw notFound();
    const at = now();
    const roles = new Map((await listMembersOf(work, member.organizationId)).map(({ userId, role }) => [userId, role]));
    const maySee = (userId: string) => {
      const role = roles.get(userId);
      return role !== undefined && can(role, "report.share");
    };
    return {
      shares: (await listShares(work, assessment)).map((share) => ({
        ...{ id: share.id, name: share.name, profile: share.profile, by: share.creatorName },
        createdOn: share.createdAt.toISOString().slice(0, 10),
        // The day before the moment at which it ends.
        endsOn: new Date(share.expiresAt.getTime() - 1).toISOString().slice(0, 10),
        state: share.revokedAt
          ? ("revoked" as const)
          : share.expiresAt <= at
            ? ("over" as const)
            : maySee(share.createdBy)
              ? ("open" as const)
              : ("closed" as const),
        revokedBy: share.revokerName,
      })),
      planned: (await findLatestRoadmap(work, assessment)) !== null,
      mayShare: can(member.role, "report.share"),
      today: at.toISOString().slice(0, 10),
    };
  },
);

export type SharesView = Awaited<ReturnType<typeof readShares>>;
