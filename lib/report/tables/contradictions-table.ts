import type { ReportModel } from "../report.ts";
import { type ReportTable, tableOf } from "./table.ts";

/** Where an answer and the evidence differ. */
export function contradictionsTable({ contradictions }: ReportModel): ReportTable {
  return tableOf("contradictions", "Contradictions", contradictions, {
    control: ["Control", "text", (row) => row.control],
    cluster: ["Cluster", "text", (row) => row.cluster ?? null],
    sentence: ["Contradiction", "text", (row) => row.sentence],
  });
}
