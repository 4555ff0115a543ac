import "server-only";
import type { ApprovedPlan } from "#lib/planning/approved-plan.ts";
import type { Work } from "./unit-of-work.ts";

export type ApprovalRow = { version: number; digest: string; content: ApprovedPlan };

/** Approvals of an assessment, the newest version first. */
export async function listApprovals(work: Work, assessmentId: string): Promise<ApprovalRow[]> {
  const rows = await work.roadmapApproval.findMany({ where: { assessmentId }, orderBy: { version: "desc" } });
  // Written by addApproval from this very type.
  return rows.map(({ version, digest, content }) => ({ version, digest, content: content as unknown as ApprovedPlan }));
}

/** False when this version was approved already. */
export async function addApproval(work: Work, content: ApprovedPlan, digest: string): Promise<boolean> {
  const { organization, assessment, version, by, at } = content;
  const { count } = await work.roadmapApproval.createMany({
    data: [
      {
        ...{ organizationId: organization.id, assessmentId: assessment.id, version, content, digest },
        ...{ approvedBy: by.id, approverName: by.name, approvedAt: new Date(at) },
      },
    ],
    skipDuplicates: true,
  });
  return count > 0;
}
