import "server-only";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { type Exception, isInForce } from "#lib/checks/exception.ts";
import { type AcceptedExtent, acceptedExtents } from "#lib/evidence/accepted-extents.ts";
import { failingResources, listExceptionsOf } from "#lib/server/db/exceptions.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";

/** By cluster and control, what of these scans, one a cluster, is accepted at a time. */
export async function loadAcceptedExtents(
  work: Work,
  scans: readonly { id: string; clusterId: string }[],
  at: string,
): Promise<Map<string, Map<string, AcceptedExtent>>> {
  const rows = await listExceptionsOf(
    work,
    scans.map(({ clusterId }) => clusterId),
  );
  const inForce = Map.groupBy(
    rows.filter((row) => row.endedAt === null && isInForce(row, at)),
    (row) => row.clusterId,
  );
  const extents = new Map<string, Map<string, AcceptedExtent>>();
  for (const { id, clusterId } of scans) {
    const exceptions = inForce.get(clusterId);
    if (exceptions) extents.set(clusterId, await extentsOf(work, id, exceptions));
  }
  return extents;
}

async function extentsOf(
  work: Work,
  scanId: string,
  exceptions: readonly Exception[],
): Promise<Map<string, AcceptedExtent>> {
  const excepted = new Set(exceptions.map(({ check }) => check));
  const checks = CATALOG.controls.flatMap((control) =>
    control.checks.some((check) => excepted.has(check)) ? control.checks : [],
  );
  return acceptedExtents(CATALOG, await failingResources(work, scanId, [...new Set(checks)]), exceptions);
}
