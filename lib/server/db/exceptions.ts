import "server-only";
import type { Exception } from "#lib/checks/exception.ts";
import type { FailingResource } from "#lib/evidence/accepted-extents.ts";
import type { Work } from "./unit-of-work.ts";

export type ExceptionRow = Exception & { by: string; at: Date; endedAt: Date | null };
export type NewException = Omit<Exception, "id" | "owner"> & {
  clusterId: string;
  owner: { id: string; name: string };
  by: { id: string; name: string };
  at: Date;
};

export async function addException(work: Work, organizationId: string, exception: NewException): Promise<string> {
  const { clusterId, check, kind, namespace, name, reason, owner, by, at } = exception;
  const row = await work.exception.create({
    data: {
      organizationId,
      clusterId,
      checkId: check,
      kind,
      namespace,
      name,
      reason,
      ownerId: owner.id,
      ownerName: owner.name,
      endsOn: new Date(exception.endsOn),
      acceptedBy: by.id,
      accepterName: by.name,
      acceptedAt: at,
    },
  });
  return row.id;
}

/** Every exception of a cluster, those that end first at the top; ended ones are kept. */
export async function listExceptions(work: Work, clusterId: string): Promise<ExceptionRow[]> {
  return (await listExceptionsOf(work, [clusterId])).map(({ clusterId: _, ...row }) => row);
}

/** The same of several clusters. */
export async function listExceptionsOf(
  work: Work,
  clusters: readonly string[],
): Promise<(ExceptionRow & { clusterId: string })[]> {
  const rows = await work.exception.findMany({
    where: { clusterId: { in: [...clusters] } },
    orderBy: [{ endsOn: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    clusterId: row.clusterId,
    check: row.checkId,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    owner: row.ownerName,
    reason: row.reason,
    endsOn: row.endsOn.toISOString().slice(0, 10),
    by: row.accepterName,
    at: row.acceptedAt,
    endedAt: row.endedAt,
  }));
}

/** False when there is none. Ending what has ended already changes nothing. */
export async function endException(work: Work, id: string, clusterId: string, at: Date): Promise<boolean> {
  await work.exception.updateMany({ where: { id, clusterId, endedAt: null }, data: { endedAt: at } });
  return (await work.exception.count({ where: { id, clusterId } })) > 0;
}

/** What fails these checks on a scan: each resource once a check, with how many results say so. */
export async function failingResources(
  work: Work,
  scanId: string,
  checks: readonly string[],
): Promise<(FailingResource & { results: number })[]> {
  const rows = await work.scanResult.groupBy({
    by: ["checkId", "apiVersion", "kind", "namespace", "name"],
    where: { scanId, outcome: "fail", checkId: { in: [...checks] } },
    _count: { _all: true },
  });
  return rows.map(({ checkId, _count, ...resource }) => ({ check: checkId, resource, results: _count._all }));
}
