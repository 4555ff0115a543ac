import "server-only";
import { can } from "#lib/access/permissions.ts";
import { SHOWN } from "#lib/contracts/share-profiles.ts";
import { redactPlan, type SharedPlan } from "#lib/report/redact-plan.ts";
import { findOwnSlug } from "#lib/server/db/accounts.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { listProgress } from "#lib/server/db/initiative-progress.ts";
import { listApprovals } from "#lib/server/db/roadmap-approvals.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { findShareByHash, type ShareRow } from "#lib/server/db/shares.ts";
import { asPerson, byShareToken, inOrganization } from "#lib/server/db/unit-of-work.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { hashOfShareToken } from "./share-token.ts";

/**
 * What the holder of a token may read: the newest roadmap by its creator's sight, redacted. Null for a token that was never made,
 * that is revoked or over, and where its creator is no member any more or may not share: all look the same. Writes nothing.
 */
export async function openShare(token: string): Promise<SharedPlan | null> {
  const hash = hashOfShareToken(token);
  if (!hash) return null;
  const share = await byShareToken(hash, (work) => findShareByHash(work, hash));
  if (!share || share.revokedAt || share.expiresAt <= now()) return null;
  const slug = await asPerson(share.createdBy, (work) => findOwnSlug(work, share.createdBy, share.organizationId));
  return slug === null ? null : readAsCreator(share, slug);
}

async function readAsCreator(share: ShareRow, slug: string): Promise<SharedPlan | null> {
  const outcome = await inOrganization(share.createdBy, slug, async (work, member) => {
    if (!can(member.role, "report.share")) return null;
    const assessment = await findAssessment(work, share.assessmentId);
    const stored = assessment && (await findLatestRoadmap(work, assessment.id));
    if (!stored) return null;
    const approval = (await listApprovals(work, assessment.id)).find(({ version }) => version === stored.version);
    return redactPlan(
      {
        ...{ organization: member.organizationName, assessment: assessment.name, version: stored.version },
        ...{ approvedOn: approval?.content.at.slice(0, 10) ?? null, at: now().toISOString() },
        ...{ roadmap: stored.roadmap, initiatives: stored.initiatives },
        progress: await listProgress(work, assessment.id),
      },
      SHOWN[share.profile],
    );
  });
  return outcome?.found ?? null;
}
