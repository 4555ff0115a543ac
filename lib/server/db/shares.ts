import "server-only";
import type { ShareProfile } from "#lib/contracts/share-profiles.ts";
import type { Work } from "./unit-of-work.ts";

export type ShareRow = {
  id: string;
  organizationId: string;
  assessmentId: string;
  name: string;
  profile: ShareProfile;
  createdBy: string;
  creatorName: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  revokerName: string | null;
};

const SEEN = {
  ...{ id: true, organizationId: true, assessmentId: true, name: true, profile: true, createdBy: true },
  ...{ creatorName: true, createdAt: true, expiresAt: true, revokedAt: true, revokerName: true },
} as const;

/** Shares of an assessment, the newest first. */
export async function listShares(work: Work, assessmentId: string): Promise<ShareRow[]> {
  const rows = await work.share.findMany({
    ...{ where: { assessmentId }, select: SEEN, orderBy: [{ createdAt: "desc" }, { id: "asc" }] },
  });
  return rows.map(toShare);
}

/** The share whose token has this hash, to whoever holds the token (see byShareToken). */
export async function findShareByHash(work: Work, tokenHash: string): Promise<ShareRow | null> {
  const row = await work.share.findUnique({ where: { tokenHash }, select: SEEN });
  return row && toShare(row);
}

export async function addShare(
  work: Work,
  share: Omit<ShareRow, "id" | "revokedAt" | "revokerName"> & { tokenHash: string },
): Promise<string> {
  const { id } = await work.share.create({ data: share, select: { id: true } });
  return id;
}

/** False when there is none, or it was revoked before. */
export async function revokeShareOf(
  work: Work,
  assessmentId: string,
  id: string,
  by: { name: string; at: Date },
): Promise<boolean> {
  const { count } = await work.share.updateMany({
    where: { id, assessmentId, revokedAt: null },
    data: { revokedAt: by.at, revokerName: by.name },
  });
  return count > 0;
}

function toShare<Row extends { profile: string }>(row: Row): Row & { profile: ShareProfile } {
  // The column takes these alone.
  return { ...row, profile: row.profile as ShareProfile };
}
