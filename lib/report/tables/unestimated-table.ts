import type { ReportModel } from "../report.ts";
import { type ReportTable, tableOf } from "./table.ts";

/** What no plan can hold because nobody has said what it takes. */
export function unestimatedTable({ unestimated = [] }: ReportModel): ReportTable {
  return tableOf("without-estimate", "Without an estimate", unestimated, {
    title: ["Initiative", "text", ({ title }) => title],
    layer: ["Layer", "text", ({ layer }) => layer],
    skill: ["Main skill", "text", ({ skill }) => skill],
    risk: ["Risk points removed", "number", ({ risk }) => risk],
    findings: ["Findings closed", "number", ({ findings }) => findings.length],
    own: ["Added by hand", "text", ({ own }) => (own ? `${own.by}: ${own.reason}` : null)],
    steps: ["Steps", "text", ({ steps }) => steps.map((step, at) => `${at + 1}. ${step}`).join("\n")],
    id: ["Id", "text", ({ id }) => id],
  });
}
