import type { Catalog, Control } from "#lib/catalog/control.ts";
import type { CheckTally, Result } from "#lib/checks/result.ts";
import type { ResourceRef } from "#lib/kubernetes/object.ts";
import type { CheckSight, Evidence, SeenResource, Tool } from "./evidence.ts";
import { failingNamespaces } from "./failing-namespaces.ts";
import { keyOfResource } from "./key-of-resource.ts";
import { maturityOfSights } from "./maturity-of-sights.ts";
import { saySights } from "./sentences-of-sights.ts";

/** What a scan (or a reader of another tool's report) hands over about one cluster. */
export type Scan = {
  scanId: string;
  /** ISO 8601. */
  at: string;
  tallies: readonly CheckTally[];
  /** Failing results; a resource may stand in several. */
  fails: readonly Pick<Result, "check" | "resource" | "field" | "message">[];
  /** What looked. */
  tool?: Tool;
  /** Passing results, where at hand: they make `lookedAt` exact instead of "at least". */
  passes?: readonly Pick<Result, "check" | "resource">[];
};

export type ObserveOptions = {
  /** "observed" (default): a scan of ours. "reported": another tool's report. */
  strength?: "observed" | "reported";
  /** Failing resources kept as a sample for each check; 5 unless told. */
  sampleSize?: number;
};

/**
 * What a scan says about the controls of the catalogue, in its order. A control none of whose checks could look has no
 * evidence here: silence is not a pass. Maturity: see maturityOfSights.
 */
export function observe(catalog: Catalog, scan: Scan, options: ObserveOptions = {}): Evidence[] {
  const { strength = "observed", sampleSize = 5 } = options;
  const tallies = new Map(scan.tallies.map((tally) => [tally.check, tally]));
  const fails = Map.groupBy(scan.fails, (fail) => fail.check);
  const passes = Map.groupBy(scan.passes ?? [], (pass) => pass.check);

  const look = (control: Control): Evidence[] => {
    const checks = control.checks.flatMap((check): CheckSight[] => {
      const tally = tallies.get(check);
      const failing = fails.get(check) ?? [];
      return tally ? [{ ...tally, ...failingNamespaces(failing), sample: sampleOf(failing, sampleSize) }] : [];
    });
    const maturity = maturityOfSights(control, checks);
    if (maturity === null) return [];
    const failing = control.checks.flatMap((check) => fails.get(check) ?? []);
    const counts = countResources(
      checks,
      failing,
      control.checks.flatMap((check) => passes.get(check) ?? []),
    );
    const says = saySights(checks, counts.affected, counts.lookedAt);
    const source = {
      kind: "scan" as const,
      scanId: scan.scanId,
      checks,
      ...counts,
      ...(scan.tool ? { tool: scan.tool } : {}),
    };
    return [{ control: control.id, strength, maturity, at: scan.at, stale: false, says, source }];
  };
  return catalog.controls.flatMap(look);
}

function sampleOf(fails: readonly SeenResource[], size: number): SeenResource[] {
  const first = new Map<string, SeenResource>();
  for (const { resource, field, message } of fails) {
    if (first.size >= size) break;
    const key = keyOfResource(resource);
    if (!first.has(key)) first.set(key, { resource, field, message });
  }
  return [...first.values()];
}

/** Each resource once. Where rows are missing, the tallies tell at least how many there must be. */
function countResources(
  checks: readonly CheckSight[],
  failing: readonly { resource: ResourceRef }[],
  passing: readonly { resource: ResourceRef }[],
): { affected: number; lookedAt: number } {
  const keys = (rows: readonly { resource: ResourceRef }[]) => rows.map((row) => keyOfResource(row.resource));
  const affected = Math.max(new Set(keys(failing)).size, ...checks.map((check) => check.fail));
  const named = new Set([...keys(failing), ...keys(passing)]).size;
  return { affected, lookedAt: Math.max(affected, named, ...checks.map((check) => check.fail + check.pass)) };
}
