import { parentPort, workerData } from "node:worker_threads";
import type { Brand } from "#lib/report/brand.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { renderReportPdf, renderSummaryPdf } from "./render-report-pdf.ts";

export type PdfTask = { model: ReportModel; extent: "whole" | "summary"; brand: Brand | null };

const { model, extent, brand } = workerData as PdfTask;
const bytes = await (extent === "whole" ? renderReportPdf(model, brand) : renderSummaryPdf(model, brand));
// A copy of its own: what is handed over must not be part of a pool.
const own = new Uint8Array(bytes);
parentPort?.postMessage(own, [own.buffer]);
