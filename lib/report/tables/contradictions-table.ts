import type { ReportModel } from "../report.ts";
import { type ReportTable, tableOf } from "./table.ts";

const STANDING_NAMES = { open: "Open", settled: "Settled", gone: "No longer differs" } as const;

/** Where an answer and the evidence differ, and what was decided about it. */
export function contradictionsTable({ contradictions }: ReportModel): ReportTable {
  return tableOf("contradictions", "Contradictions", contradictions, {
    control: ["Control", "text", (row) => row.control],
    cluster: ["Cluster", "text", (row) => row.cluster ?? null],
    sentence: ["Contradiction", "text", (row) => row.sentence],
    standing: ["Standing", "text", (row) => STANDING_NAMES[row.standing ?? "open"]],
    decisions: ["Decisions, newest first", "text", (row) => row.decisions?.join("\n") || null],
  });
}
