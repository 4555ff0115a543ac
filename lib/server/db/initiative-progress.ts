import "server-only";
import type { InitiativeState } from "#lib/planning/roadmap.ts";
import type { Work } from "./unit-of-work.ts";

export type ProgressRow = {
  initiative: string;
  state: InitiativeState;
  ownerId: string | null;
  owner: string | null;
  startedAt: string | null;
  claimedAt: string | null;
  verifiedAt: string | null;
};
export type ProgressChange = {
  state?: InitiativeState;
  ownerId?: string | null;
  ownerName?: string | null;
  startedAt?: Date | null;
  claimedAt?: Date | null;
  verifiedAt?: Date | null;
};

export async function listProgress(work: Work, assessmentId: string): Promise<ProgressRow[]> {
  const rows = await work.initiativeProgress.findMany({ where: { assessmentId } });
  return rows.map((row) => ({
    initiative: row.initiativeId,
    state: row.state as InitiativeState,
    ownerId: row.ownerId,
    owner: row.ownerName,
    startedAt: row.startedAt?.toISOString() ?? null,
    claimedAt: row.claimedAt?.toISOString() ?? null,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
  }));
}

export async function storeProgress(
  work: Work,
  organizationId: string,
  assessmentId: string,
  initiativeId: string,
  change: ProgressChange,
  at: Date,
): Promise<void> {
  await work.initiativeProgress.upsert({
    where: { organizationId_assessmentId_initiativeId: { organizationId, assessmentId, initiativeId } },
    create: { organizationId, assessmentId, initiativeId, state: "planned", ...change, changedAt: at },
    update: { ...change, changedAt: at },
  });
}
