import "server-only";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { type Exception, isInForce } from "#lib/checks/exception.ts";
import { type AcceptedExtent, acceptedExtents } from "#lib/evidence/accepted-extents.ts";
import { failingResources, listExceptions } from "#lib/server/db/exceptions.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";

/** The exceptions of a cluster that hold at a time (ISO 8601). */
export async function exceptionsInForce(work: Work, clusterId: string, at: string): Promise<Exception[]> {
  return (await listExceptions(work, clusterId)).filter((row) => row.endedAt === null && isInForce(row, at));
}

/** By control, what of a scan of this cluster is accepted at a time. */
export async function loadAcceptedExtents(
  work: Work,
  clusterId: string,
  scanId: string,
  at: string,
): Promise<Map<string, AcceptedExtent>> {
  const exceptions = await exceptionsInForce(work, clusterId, at);
  if (exceptions.length === 0) return new Map();
  const excepted = new Set(exceptions.map(({ check }) => check));
  const checks = CATALOG.controls.flatMap((control) =>
    control.checks.some((check) => excepted.has(check)) ? control.checks : [],
  );
  return acceptedExtents(CATALOG, await failingResources(work, scanId, [...new Set(checks)]), exceptions);
}
