import "server-only";
import { MOST_EVIDENCE_OF_A_QUESTION } from "#lib/contracts/evidence-limits.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { countEvidence, lockEvidenceUse, sumEvidence } from "#lib/server/db/evidence-items.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { environment } from "#lib/server/runtime/env.ts";

const MIB = 1_048_576;

/** How many bytes of evidence are kept, and may be. Withdrawn items count: they are kept. */
export async function readEvidenceUse(work: Work, assessmentId: string) {
  const limits = environment();
  const { ofAssessment, ofOrganization } = await sumEvidence(work, assessmentId);
  return {
    assessment: { used: ofAssessment, of: limits.CHARTROOM_EVIDENCE_MIB_PER_ASSESSMENT * MIB },
    organization: { used: ofOrganization, of: limits.CHARTROOM_EVIDENCE_MIB_PER_ORGANIZATION * MIB },
  };
}

/** Refuses what no longer fits into the organization's and the assessment's room, and holds what it counted. */
export async function requireRoom(
  work: Work,
  organizationId: string,
  { assessment, question, bytes }: { assessment: string; question: string; bytes: number },
): Promise<void> {
  await lockEvidenceUse(work, organizationId);
  if ((await countEvidence(work, assessment, question)) >= MOST_EVIDENCE_OF_A_QUESTION) {
    throw new Refusal("refused", `This question carries ${MOST_EVIDENCE_OF_A_QUESTION} pieces of evidence already.`, {
      detail: "Nothing was stored. Put what belongs together into one document.",
    });
  }
  const use = await readEvidenceUse(work, assessment);
  for (const [of, { used, of: limit }] of Object.entries(use)) {
    if (used + bytes <= limit) continue;
    throw new Refusal("refused", `The evidence of this ${of} would no longer fit.`, {
      detail: `Nothing was stored. ${mib(used)} of ${mib(limit)} are used, and this needs ${mib(bytes)}. Take a smaller file, link to where it lies, or ask whoever runs the portal for more room.`,
    });
  }
}

function mib(bytes: number): string {
  return `${(Math.ceil((bytes / MIB) * 10) / 10).toFixed(1)} MiB`;
}
