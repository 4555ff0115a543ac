import "server-only";
import type { LayerId, Severity } from "#lib/catalog/framework.ts";
import type { CheckTally, PodSecurityVerdict, Result } from "#lib/checks/result.ts";
import { type ScanSettings, settingsOf } from "#lib/checks/settings.ts";
import type { Evidence } from "#lib/evidence/evidence.ts";
import type { Exposure } from "#lib/scoring/finding.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Work } from "./unit-of-work.ts";

export type NewScan = {
  clusterId: string;
  snapshotId: string;
  catalogVersion: string;
  tallies: CheckTally[];
  evidence: Evidence[];
  exposure: Record<string, Exposure>;
  podSecurity: PodSecurityVerdict[];
  failTotal: number;
  /** Thresholds that it judged by. */
  settings: ScanSettings;
};
export type ScanRow = NewScan & { id: string; at: Date };
/** What a standing follows from: no tallies, no pod levels, which are as long as the cluster is large. */
export type ScanVoice = Pick<ScanRow, "id" | "at" | "clusterId" | "snapshotId" | "evidence" | "exposure">;
export type ScanLine = {
  id: string;
  clusterId: string;
  snapshotId: string;
  at: Date;
  failTotal: number;
  fileName: string;
  objectTotal: number;
  kubernetesVersion: string;
};
export type ResultRow = {
  number: number;
  check: string;
  outcome: string;
  severity: Severity;
  layer: LayerId;
  resource: { apiVersion: string; kind: string; namespace: string; name: string };
  field: string;
  message: string;
  path: string;
  line: number | null;
};

/** The scan's own time is the database's, unless the seed tells a story. The id is wanted before, for the evidence. */
export async function addScan(work: Work, organizationId: string, id: string, at: Date, scan: NewScan): Promise<void> {
  const settings = { ...scan.settings } as Prisma.InputJsonObject;
  await work.scan.create({ data: { id, at, organizationId, ...scan, settings } });
}

const ROWS_AT_A_TIME = 5_000;

/** Stores fails and not-assessables, thousands a statement: a big cluster brings a hundred thousand. */
export async function addResults(
  work: Work,
  organizationId: string,
  scanId: string,
  results: readonly Result[],
): Promise<void> {
  for (let start = 0; start < results.length; start += ROWS_AT_A_TIME) {
    const rows = results.slice(start, start + ROWS_AT_A_TIME).map((result, offset) => ({
      organization_id: organizationId,
      scan_id: scanId,
      number: start + offset,
      check_id: result.check,
      outcome: result.outcome,
      severity: result.severity,
      layer: result.layer,
      dimension: result.dimension,
      api_version: result.resource.apiVersion,
      kind: result.resource.kind,
      namespace: result.resource.namespace ?? "",
      name: result.resource.name,
      field: result.field,
      message: result.message,
      path: result.at.path,
      line: result.at.line ?? null,
    }));
    await work.$executeRaw`insert into scan_results select * from jsonb_populate_recordset(null::scan_results, ${JSON.stringify(rows)}::jsonb)`;
  }
}

export async function findScan(work: Work, id: string): Promise<ScanRow | null> {
  const row = await work.scan.findFirst({ where: { id } });
  return row && toScan(row);
}

/** The newest scan of a cluster. */
export async function findLatestScan(work: Work, clusterId: string): Promise<ScanRow | null> {
  const row = await work.scan.findFirst({ where: { clusterId }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  return row && toScan(row);
}

export async function findLatestScanId(work: Work, clusterId: string): Promise<string | null> {
  const row = await work.scan.findFirst({
    where: { clusterId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return row?.id ?? null;
}

/** What the newest scan of each of these clusters says, in one statement; a cluster without a scan is left out. */
export async function newestVoices(work: Work, clusters: readonly string[]): Promise<ScanVoice[]> {
  return work.$queryRaw<ScanVoice[]>`
    select s.id, s.at, s.cluster_id as "clusterId", s.snapshot_id as "snapshotId", s.evidence, s.exposure
    from unnest(${[...clusters]}::uuid[]) as of(id)
    cross join lateral (select * from scans where cluster_id = of.id order by at desc, id desc limit 1) s`;
}

export async function listScans(work: Work, clusterId?: string): Promise<ScanLine[]> {
  const rows = await work.scan.findMany({
    where: clusterId ? { clusterId } : {},
    orderBy: { at: "desc" },
    take: 200,
    select: {
      id: true,
      clusterId: true,
      snapshotId: true,
      at: true,
      failTotal: true,
      snapshot: { select: { fileName: true, objectTotal: true, kubernetesVersion: true } },
    },
  });
  return rows.map(({ snapshot, ...row }) => ({ ...row, ...snapshot }));
}

export type ResultFilter = {
  severity: string | null;
  outcome: string | null;
  layer: string | null;
  check: string | null;
  text: string;
};

export async function pageOfResults(
  work: Work,
  scanId: string,
  filter: ResultFilter,
  page: number,
  size: number,
): Promise<{ rows: ResultRow[]; total: number }> {
  const where: Prisma.ScanResultWhereInput = { scanId };
  if (filter.severity) where.severity = filter.severity;
  if (filter.outcome) where.outcome = filter.outcome;
  if (filter.layer) where.layer = filter.layer;
  if (filter.check) where.checkId = filter.check;
  if (filter.text) {
    where.OR = (["name", "namespace", "message", "field", "kind"] as const).map((column) => ({
      [column]: { contains: filter.text, mode: "insensitive" as const },
    }));
  }
  const total = await work.scanResult.count({ where });
  const found = await work.scanResult.findMany({
    where,
    // What fails before what could not look; resource by resource, since what is wrong with one thing stands together.
    orderBy: [{ outcome: "asc" }, { namespace: "asc" }, { kind: "asc" }, { name: "asc" }, { number: "asc" }],
    skip: (page - 1) * size,
    take: size,
  });
  const rows = found.map((row) => ({
    number: row.number,
    check: row.checkId,
    outcome: row.outcome,
    severity: row.severity as Severity,
    layer: row.layer as LayerId,
    resource: { apiVersion: row.apiVersion, kind: row.kind, namespace: row.namespace, name: row.name },
    field: row.field,
    message: row.message,
    path: row.path,
    line: row.line,
  }));
  return { rows, total };
}

function toScan(row: Prisma.ScanGetPayload<object>): ScanRow {
  return {
    id: row.id,
    at: row.at,
    clusterId: row.clusterId,
    snapshotId: row.snapshotId,
    catalogVersion: row.catalogVersion,
    failTotal: row.failTotal,
    settings: settingsOf(row.settings),
    // Written by addScan from these very types.
    tallies: row.tallies as CheckTally[],
    evidence: row.evidence as unknown as Evidence[],
    exposure: row.exposure as Record<string, Exposure>,
    podSecurity: row.podSecurity as unknown as PodSecurityVerdict[],
  };
}

/** When each of these clusters was looked at first; a cluster without a scan is left out. */
export async function firstScans(work: Work, clusters: readonly string[]): Promise<Map<string, Date>> {
  const rows = await work.scan.groupBy({
    by: ["clusterId"],
    where: { clusterId: { in: [...clusters] } },
    _min: { at: true },
  });
  return new Map(rows.flatMap(({ clusterId, _min: { at } }) => (at ? [[clusterId, at] as const] : [])));
}
