import type { ReportModel } from "#lib/report/report.ts";

/** Letters, digits, dots and dashes alone: safe in every file system and header. */
export function fileNameOf({ organization, assessment, version }: ReportModel, ending: string): string {
  const plain = `${organization} ${assessment} roadmap v${version}`.normalize("NFKD").replaceAll(/[^\w.-]+/g, "-");
  return `${plain.replaceAll(/^-+|-+$/g, "").slice(0, 120)}${ending}`;
}
