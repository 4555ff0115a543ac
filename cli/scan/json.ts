import { SEVERITIES, type Severity } from "#lib/catalog/framework.ts";
import type { ScanReport } from "#lib/checks/result.ts";

export type ScanDocument = {
  schemaVersion: 1;
  source: string;
  kubernetesVersion: string;
  objects: Record<string, number>;
} & Pick<ScanReport, "results" | "podSecurity"> & {
    unreadable: { path: string; document?: number; line?: number; reason: string }[];
  };

/** The contract's document: fails and not-assessables, passes too with `all`. */
export function toJson(report: ScanReport, options: { source: string; all: boolean }): ScanDocument {
  return {
    schemaVersion: 1,
    source: options.source,
    kubernetesVersion: report.kubernetesVersion,
    objects: report.objects,
    unreadable: report.unreadable.map(({ foreign: _, ...part }) => part),
    results: report.results.filter((result) => options.all || result.outcome !== "pass"),
    podSecurity: report.podSecurity,
  };
}

export function reaches(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}
