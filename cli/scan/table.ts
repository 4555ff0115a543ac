import { SEVERITIES } from "#lib/catalog/framework.ts";
import { nameOfRef } from "#lib/kubernetes/object.ts";
import type { ScanDocument } from "./json.ts";

/** For people: fails by severity, worst first, a line each; then what could not be assessed and read. */
export function toTable(document: ScanDocument): string {
  const fails = document.results.filter((result) => result.outcome === "fail");
  const lines: string[] = [];
  for (const severity of SEVERITIES.toReversed()) {
    for (const result of fails.filter((each) => each.severity === severity)) {
      const where = result.at.path && `  ${result.at.path}${result.at.line ? `:${result.at.line}` : ""}`;
      lines.push(
        `${severity.padEnd(8)}  ${result.check}`,
        `          ${nameOfRef(result.resource)}  ${result.field}`,
        `          ${result.message}${where}`,
        "",
      );
    }
  }
  const unknown = document.results.filter((result) => result.outcome === "not-assessable");
  for (const check of new Set(unknown.map((result) => result.check))) {
    const first = unknown.find((result) => result.check === check);
    lines.push(`not assessable  ${check}: ${first?.message ?? ""}`);
  }
  if (unknown.length > 0) lines.push("");
  for (const part of document.unreadable)
    lines.push(
      `unreadable  ${part.path}${part.document ? `, document ${part.document}` : ""}${part.line ? `, line ${part.line}` : ""}: ${part.reason}`,
    );
  const objects = Object.values(document.objects).reduce((sum, count) => sum + count, 0);
  const counts = SEVERITIES.toReversed().map(
    (severity) => `${fails.filter((each) => each.severity === severity).length} ${severity}`,
  );
  lines.push(`${objects} objects, Kubernetes ${document.kubernetesVersion}: ${counts.join(", ")}`, "");
  return lines.join("\n");
}
