import "server-only";
import type { Skill } from "#lib/catalog/control.ts";
import type { Took } from "#lib/planning/learn-effort.ts";
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
  /** Person-days that it took, as told with the claim; null: nobody told. */
  actualDays: number | null;
};
export type ProgressChange = {
  state?: InitiativeState;
  ownerId?: string | null;
  ownerName?: string | null;
  startedAt?: Date | null;
  claimedAt?: Date | null;
  verifiedAt?: Date | null;
  actualDays?: number | null;
  estimatedDays?: number | null;
  skill?: Skill | null;
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
    actualDays: row.actualDays,
  }));
}

/** What finished work took, in every assessment of the organization. */
export async function listTook(work: Work): Promise<Took[]> {
  const rows = await work.initiativeProgress.findMany({
    where: { actualDays: { not: null }, estimatedDays: { not: null }, state: { in: ["claimed", "verified"] } },
    select: { skill: true, actualDays: true, estimatedDays: true },
  });
  return rows.map((row) => ({
    // Written by storeProgress from this very type.
    skill: row.skill as Skill,
    actual: row.actualDays ?? 0,
    estimated: row.estimatedDays ?? 0,
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
