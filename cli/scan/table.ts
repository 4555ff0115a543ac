import { SEVERITIES } from "#lib/catalog/framework.ts";
import { nameOfRef } from "#lib/kubernetes/object.ts";
import { formatCount, formatThings } from "#lib/presentation/numbers.ts";
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
  lines.push(...unreadableLines(document.unreadable));
  const objects = Object.values(document.objects).reduce((sum, count) => sum + count, 0);
  const counts = SEVERITIES.toReversed().map(
    (severity) => `${formatCount(fails.filter((each) => each.severity === severity).length)} ${severity}`,
  );
  lines.push(`${formatThings(objects, "object")}, Kubernetes ${document.kubernetesVersion}: ${counts.join(", ")}`, "");
  return lines.map(withoutControls).join("\n");
}

/** Names come from anybody's files, and a terminal obeys some characters. */
function withoutControls(line: string): string {
  return line.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "?");
}

/** Parts of one file that are passed over for the same reason stand on one line. */
function unreadableLines(parts: ScanDocument["unreadable"]): string[] {
  const groups = Map.groupBy(parts, ({ path, reason }) => `${path}\n${reason.replace(/\d+/g, "")}`);
  return [...groups.values()].map((group) => {
    const [first] = group;
    if (!first) return "";
    const { path, document, line, reason } = first;
    const where = `${path}${document ? `, document ${document}` : ""}${line ? `, line ${line}` : ""}`;
    return `unreadable  ${where}: ${reason}${group.length > 1 ? ` (and ${group.length - 1} more like it)` : ""}`;
  });
}
