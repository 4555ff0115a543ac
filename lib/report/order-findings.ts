import { LAYERS } from "#lib/catalog/framework.ts";
import type { Finding } from "#lib/scoring/finding.ts";

/** Worst first: risk points, then the outer layer, then what touches more, then the id. Returns a new list. */
export function orderFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      b.risk.points - a.risk.points ||
      LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) ||
      b.affected - a.affected ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}
