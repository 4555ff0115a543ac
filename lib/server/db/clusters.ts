import "server-only";
import { type ScanSettings, settingsOf } from "#lib/checks/settings.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Work } from "./unit-of-work.ts";

export type ClusterFields = { name: string; distribution: string; criticality: number; dataSensitivity: number };
export type ClusterRow = ClusterFields & { id: string; createdAt: Date; scanSettings: ScanSettings };

export async function addCluster(work: Work, organizationId: string, cluster: ClusterFields): Promise<string> {
  return (await work.cluster.create({ data: { organizationId, ...cluster } })).id;
}

export async function changeCluster(work: Work, id: string, fields: ClusterFields): Promise<boolean> {
  return (await work.cluster.updateMany({ where: { id }, data: fields })).count > 0;
}

export async function isClusterNameTaken(work: Work, name: string, except?: string): Promise<boolean> {
  const rows = await work.cluster.findMany({ where: { name } });
  return rows.some((row) => row.id !== except);
}

export async function listClusters(work: Work): Promise<ClusterRow[]> {
  return (await work.cluster.findMany({ orderBy: { name: "asc" } })).map(toCluster);
}

export async function findCluster(work: Work, id: string): Promise<ClusterRow | null> {
  const row = await work.cluster.findFirst({ where: { id } });
  return row && toCluster(row);
}

export async function storeScanSettings(work: Work, id: string, settings: ScanSettings): Promise<boolean> {
  const scanSettings = { ...settings } as Prisma.InputJsonObject;
  return (await work.cluster.updateMany({ where: { id }, data: { scanSettings } })).count > 0;
}

export type StoredCluster = Prisma.ClusterGetPayload<object>;

export function toCluster(row: StoredCluster): ClusterRow {
  const { id, name, distribution, criticality, dataSensitivity, createdAt } = row;
  return {
    ...{ id, name, distribution, criticality, dataSensitivity, createdAt },
    scanSettings: settingsOf(row.scanSettings),
  };
}
