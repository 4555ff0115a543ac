import "server-only";
import type { Work } from "./unit-of-work.ts";

export type NewSnapshot = {
  clusterId: string;
  fileName: string;
  sha256: string;
  bytes: number;
  kubernetesVersion: string;
  counts: Record<string, number>;
  objects: Buffer;
  uploadedBy: string;
  uploadedAt: Date;
  /** When it was taken, where it says so itself. */
  observedAt: Date | null;
};
export type SnapshotRow = {
  id: string;
  fileName: string;
  sha256: string;
  bytes: number;
  kubernetesVersion: string;
  counts: Record<string, number>;
  objectTotal: number;
  uploadedAt: Date;
  observedAt: Date | null;
};

const WITHOUT_OBJECTS = {
  id: true,
  fileName: true,
  sha256: true,
  bytes: true,
  kubernetesVersion: true,
  counts: true,
  objectTotal: true,
  uploadedAt: true,
  observedAt: true,
} as const;

export async function addSnapshot(work: Work, organizationId: string, snapshot: NewSnapshot): Promise<string> {
  const objectTotal = Object.values(snapshot.counts).reduce((sum, count) => sum + count, 0);
  const row = await work.snapshot.create({
    data: {
      organizationId,
      ...snapshot,
      bytes: BigInt(snapshot.bytes),
      objects: new Uint8Array(snapshot.objects),
      objectTotal,
    },
    select: { id: true },
  });
  return row.id;
}

export async function findSnapshot(work: Work, id: string): Promise<SnapshotRow | null> {
  const row = await work.snapshot.findFirst({ where: { id }, select: WITHOUT_OBJECTS });
  return row && { ...row, bytes: Number(row.bytes), counts: row.counts as Record<string, number> };
}

/** The newest snapshot of a cluster with its redacted objects, gzipped lines of JSON. */
export async function findLatestSnapshot(
  work: Work,
  clusterId: string,
): Promise<(Pick<SnapshotRow, "id" | "fileName" | "uploadedAt" | "observedAt"> & { objects: Uint8Array }) | null> {
  return work.snapshot.findFirst({
    where: { clusterId },
    orderBy: [{ uploadedAt: "desc" }, { id: "desc" }],
    select: { id: true, fileName: true, uploadedAt: true, observedAt: true, objects: true },
  });
}

/** Objects by kind of the newest snapshot of each of these clusters; a cluster without a snapshot is left out. */
export async function newestCounts(
  work: Work,
  clusters: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  const rows = await work.$queryRaw<{ clusterId: string; counts: Record<string, number> }[]>`
    select s.cluster_id as "clusterId", s.counts
    from unnest(${[...clusters]}::uuid[]) as of(id)
    cross join lateral (
      select cluster_id, counts from snapshots where cluster_id = of.id order by uploaded_at desc, id desc limit 1
    ) s`;
  return new Map(rows.map(({ clusterId, counts }) => [clusterId, counts]));
}
