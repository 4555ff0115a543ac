import { SEVERITIES, type Severity } from "#lib/catalog/framework.ts";
import type { ScanReport } from "#lib/checks/result.ts";

/** The contract's document (schemaVersion 1); docs/commands.md describes its fields. */
export type ScanDocument = {
  schemaVersion: 1;
  source: string;
  kubernetesVersion: string;
  objects: Record<string, number>;
} & Pick<ScanReport, "results" | "podSecurity"> & {
    unreadable: { path: string; document?: number; line?: number; reason: string }[];
  };

/** Fails and not-assessables, passes too with `all`. */
export function toDocument(report: ScanReport, options: { source: string; all: boolean }): ScanDocument {
  return {
    schemaVersion: 1,
    source: options.source,
    kubernetesVersion: report.kubernetesVersion,
    objects: report.objects,
    unreadable: report.unreadable.map(({ foreign: _, cut: __, ...part }) => part),
    results: report.results.filter((result) => options.all || result.outcome !== "pass"),
    podSecurity: report.podSecurity,
  };
}

const PART = 1_000;

/**
 * The document as JSON, in parts: that of a large cluster is longer than a string can be. On one line for `--each`, else
 * with each entry of a list on a line of its own.
 */
export function* jsonText(document: ScanDocument, isOnOneLine: boolean): Generator<string> {
  const newline = isOnOneLine ? "" : "\n";
  const fields = Object.entries(document);
  yield `{${newline}`;
  for (const [at, [name, value]] of fields.entries()) {
    yield `${JSON.stringify(name)}:${isOnOneLine ? "" : " "}`;
    if (Array.isArray(value)) yield* listText(value, newline);
    else yield JSON.stringify(value);
    yield at < fields.length - 1 ? `,${newline}` : newline;
  }
  yield "}\n";
}

function* listText(list: readonly unknown[], newline: string): Generator<string> {
  yield "[";
  for (let at = 0; at < list.length; at += PART) {
    const entries = list.slice(at, at + PART).map((entry) => `${newline}${JSON.stringify(entry)}`);
    yield `${at > 0 ? "," : ""}${entries.join(",")}`;
  }
  yield list.length > 0 ? `${newline}]` : "]";
}

/** Whether a severity is at or above a threshold. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}
