import type { ReportModel } from "../report.ts";
import { type ReportTable, tableOf } from "./table.ts";

const KIND_NAMES = { file: "File", link: "Link", command: "Command" } as const;
const STANDING_NAMES = { valid: "Valid", ended: "Ended", withdrawn: "Withdrawn" } as const;

/** What was brought for the questions, with the hash of each. */
export function evidenceTable({ evidence }: ReportModel): ReportTable {
  return tableOf("evidence", "Evidence", evidence ?? [], {
    question: ["Question", "text", (row) => row.question],
    kind: ["Kind", "text", (row) => KIND_NAMES[row.kind]],
    title: ["Title", "text", (row) => row.title],
    source: ["File, address or command", "text", (row) => row.source],
    observedOn: ["Observed on", "date", (row) => row.observedOn],
    validUntil: ["Valid until", "date", (row) => row.validUntil],
    standing: ["Standing", "text", (row) => STANDING_NAMES[row.standing]],
    sha256: ["SHA-256", "text", (row) => row.sha256],
    by: ["Brought by", "text", (row) => row.by],
    withdrawn: ["Withdrawn", "text", (row) => row.withdrawn || null],
  });
}
