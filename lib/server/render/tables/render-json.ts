import { canonicalJson } from "#lib/report/canonical-json.ts";
import type { ReportModel } from "#lib/report/report.ts";

/** The whole report for programs: canonical JSON (RFC 8785), so that equal reports have equal bytes. */
export function renderJson(report: ReportModel): string {
  return `${canonicalJson({ schemaVersion: 1, ...report })}\n`;
}
