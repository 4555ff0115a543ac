import type { ReportModel } from "../report.ts";
import { type ReportTable, tableOf } from "./table.ts";

/** The risks that were accepted with the approved version of the roadmap. */
export function acceptedRisksTable({ approved }: ReportModel): ReportTable {
  return tableOf("accepted-risks", "Accepted risks", approved?.accepted ?? [], {
    risk: ["Accepted risk", "text", (row) => row.title],
    points: ["Risk", "number", (row) => row.risk],
    owner: ["Owner", "text", (row) => row.owner],
    until: ["Until", "date", (row) => row.endsOn],
    reason: ["Reason", "text", (row) => row.reason],
  });
}
