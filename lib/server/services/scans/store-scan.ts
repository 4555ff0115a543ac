import "server-only";
import { randomUUID } from "node:crypto";
import type { ActingMember } from "#lib/access/actor.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import type { ScanReport } from "#lib/checks/result.ts";
import type { ScanSettings } from "#lib/checks/settings.ts";
import { observe } from "#lib/evidence/observe.ts";
import { exposureOf } from "#lib/scoring/exposure-of.ts";
import { addResults, addScan } from "#lib/server/db/scans.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { verifyInitiatives } from "../initiatives/verify-initiatives.ts";

type NewScan = {
  cluster: string;
  snapshot: string;
  report: ScanReport;
  settings: ScanSettings;
  at: Date;
  /** When the snapshot came in: a new look at it makes no new evidence. */
  seenAt: Date;
};

/** The product's own checks, by the version of the catalogue that they belong to. */
const OWN_CHECKS = { name: "Chartroom", version: CATALOG.version };

/** Stores what the checks said of a snapshot, and what that says of the initiatives at hand. */
export async function storeScan(
  work: Work,
  member: ActingMember,
  { cluster, snapshot, report, settings, at, seenAt }: NewScan,
): Promise<{ scan: string; cluster: string }> {
  const scan = randomUUID();
  const fails = report.results.filter((result) => result.outcome === "fail");
  await addScan(work, member.organizationId, scan, at, {
    clusterId: cluster,
    snapshotId: snapshot,
    catalogVersion: CATALOG.version,
    tallies: report.tallies,
    evidence: observe(CATALOG, {
      scanId: scan,
      at: seenAt.toISOString(),
      tallies: report.tallies,
      fails,
      tool: OWN_CHECKS,
    }),
    exposure: exposureOf(CATALOG, fails),
    podSecurity: report.podSecurity,
    failTotal: fails.length,
    settings,
  });
  await addResults(
    work,
    member.organizationId,
    scan,
    report.results.filter((result) => result.outcome !== "pass"),
  );
  await verifyInitiatives(work, member, cluster, at);
  return { scan, cluster };
}
