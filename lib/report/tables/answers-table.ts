import type { ReportModel } from "../report.ts";
import { type ReportTable, tableOf } from "./table.ts";

const STANDING_NAMES = { counts: "Counts", "to-confirm": "To be confirmed", "not-asked": "No longer asked" } as const;

/** Every answer that somebody gave, with all of its fields. */
export function answersTable({ answers }: ReportModel): ReportTable {
  return tableOf("answers", "Answers", answers ?? [], {
    id: ["Id", "text", (row) => row.question],
    dimension: ["Dimension", "text", (row) => row.dimension || null],
    concern: ["Concern", "text", (row) => row.concern || null],
    question: ["Question", "text", (row) => row.asks || null],
    level: ["Level", "number", (row) => row.level],
    says: ["Answer", "text", (row) => row.says],
    comment: ["Comment", "text", (row) => row.comment || null],
    confidence: ["Confidence", "text", (row) => row.confidence],
    by: ["Answered by", "text", (row) => row.by],
    on: ["Answered on", "date", (row) => row.at.slice(0, 10)],
    version: ["Version", "number", (row) => row.version],
    standing: ["Standing", "text", (row) => STANDING_NAMES[row.standing]],
  });
}
